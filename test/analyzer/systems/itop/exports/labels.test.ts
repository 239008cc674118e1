import { describe, expect, it } from "vitest";
import { columnPlans } from "../../../../../analyzer/systems/itop/exports/export-headings.ts";
import { codeOfValue } from "../../../../../analyzer/systems/itop/exports/export-labels.ts";
import { attributesOf, languages } from "../../../../../analyzer/systems/itop/exports/labels/label-facts.ts";
import { readFile } from "./source-files.ts";

const [ENGLISH, FRENCH] = languages();

describe("headings", () => {
  const codesOf = (header: readonly string[], hint: string | null = null): unknown => {
    const [plan] = columnPlans(header, hint);
    return [plan?.className, plan?.columns.map(({ codes }) => codes[0])];
  };

  it.each([
    [
      "English",
      ["id (Primary Key)", "Name", "Target class", "Delete Policy"],
      ["SynchroDataSource", ["id", "name", "scope_class", "delete_policy"]],
    ],
    [
      "French",
      ["id (Clef primaire)", "Nom", "Type cible", "Politique d'effacement"],
      ["SynchroDataSource", ["id", "name", "scope_class", "delete_policy"]],
    ],
    [
      "German",
      ["ID (Primärer Schlüssel)", "Betreff", "Testempfänger", "Blindkopie (BCC)"],
      ["ActionEmail", ["id", "subject", "test_recipient", "bcc"]],
    ],
  ])("in %s tell class and attributes", (_language, header, expected) => {
    expect(codesOf(header)).toEqual(expected);
  });

  it("that are codes stay what they are, also those of an attribute of a target", () => {
    expect(codesOf(["id", "sync_source_id->name", "attcode"])).toEqual([
      null,
      ["id", "sync_source_name", "attcode"],
    ]);
  });

  it("of an older export name the attribute of a target by both labels", () => {
    expect(codesOf(["Synchro Data Source->Name", "Attribute Code", "Reconcile"])).toEqual([
      "SynchroAttribute",
      ["sync_source_name", "attcode", "reconcile"],
    ]);
  });

  it("shared by a key and the name of its target are one column of two cells", () => {
    const [plan] = columnPlans(
      ["id (Primary Key)", "User", "Full load interval", "User"],
      "SynchroDataSource",
    );
    expect(plan?.columns[1]).toEqual({
      cells: [1, 3],
      time: null,
      codes: ["user_id", "user_id_friendlyname"],
    });
  });

  it("with a date split in two are one attribute", () => {
    const [plan] = columnPlans(
      ["Message", "Date (date)", "Date (time)", "User info", "Input"],
      "EventRestService",
    );
    expect(plan?.columns[1]).toEqual({ cells: [1], time: 2, codes: ["date"] });
  });

  it("that fit several classes tell none", () => {
    expect(columnPlans(["Name", "Description", "Status"], null)[0]?.className).toBeNull();
    expect(columnPlans(["Berth", "Draught", "Last inspection"], null)[0]?.className).toBeNull();
  });

  it("that stand for two attributes are not used", () => {
    const [plan] = columnPlans(["Champ", "Mise à jour"], "SynchroAttExtKey");
    expect(plan).toMatchObject({ unresolved: 1, columns: [{ codes: ["update"] }] });
  });
});

describe("labels of values", () => {
  const meant = (code: string, text: string, className = "SynchroDataSource"): string | undefined =>
    codeOfValue(className, code, text, ENGLISH ?? null, "labels");

  it("stand for the codes of their attribute", () => {
    expect(meant("delete_policy", "Update then Delete")).toBe("update_then_delete");
    expect(meant("status", "In production", "ActionEmail")).toBe("enabled");
    expect(meant("update", "Yes", "SynchroAttribute")).toBe("yes");
    expect(codeOfValue("SynchroDataSource", "action_on_one", "Mettre à jour", FRENCH ?? null, "ids")).toBe(
      "update",
    );
  });

  it("are unknown where no fact explains them, never guessed", () => {
    expect(meant("delete_policy", "Archive")).toBeUndefined();
    expect(meant("status", "Actif", "User")).toBeUndefined();
    expect(meant("scope_class", "Berth reservation")).toBeUndefined();
  });

  it("of a language nobody told are codes where all languages agree", () => {
    expect(codeOfValue("SynchroDataSource", "status", "Produktion", null, "ids")).toBe("production");
    expect(codeOfValue("SynchroDataSource", "status", "paused", null, "ids")).toBe("paused");
  });

  it("of classes stand for their ids", () => {
    expect(meant("scope_class", "LDAP user")).toBe("UserLDAP");
    expect(meant("scope_class", "Link Person / Team")).toBe("lnkPersonToTeam");
    expect(meant("scope_class", "MooringCrew")).toBe("MooringCrew");
  });

  it("of durations are seconds, and no time at all may be none", () => {
    expect(meant("full_load_periodicity", "1d 2h 0min 5s")).toBe("93605");
    expect(meant("full_load_periodicity", "0s")).toBe("0");
    expect(meant("delete_policy_retention", "0s")).toBe("");
    expect(meant("full_load_periodicity", "soon")).toBeUndefined();
  });

  it("of every language give each code of an attribute its own", () => {
    for (const facts of languages()) {
      for (const className of facts.classes.keys()) {
        for (const { code, values } of attributesOf(facts, className)) {
          const labels = [...values.values()].flat();
          expect([className, code, new Set(labels).size]).toEqual([className, code, labels.length]);
          if (/_id$|id$/.test(code)) continue;
          for (const [value, [label]] of values) {
            expect(codeOfValue(className, code, label ?? "", facts, "ids")).toBe(value);
          }
        }
      }
    }
  });
});

describe("an export with labels", () => {
  it("says once which label it cannot read, without the label", async () => {
    const rows = ["4;Pilots;Eingestellt;Person", "5;Tugs;Eingestellt;Person"].join("\n");
    const { objects, problems } = await readFile(
      "SynchroDataSource.csv",
      `ID (Primärer Schlüssel);Name;Status;Ziel-Klasse\n${rows}\n`,
    );
    expect(objects.map(({ name, status }) => [name, status])).toEqual([
      ["Pilots", undefined],
      ["Tugs", undefined],
    ]);
    expect(problems.map(({ kind, message }) => [kind, message])).toEqual([
      ["unknown-value", "A label shown for status of SynchroDataSource is not known."],
    ]);
  });

  it("of the older page is read from its bytes in ISO-8859-1", async () => {
    const { objects, kinds } = await readFile(
      "sources.csv",
      Buffer.from("Nom,Type cible,Obsolescence après\nPilotes du détroit,Person,86400\n", "latin1"),
    );
    expect(objects).toMatchObject([
      { class: "SynchroDataSource", name: "Pilotes du détroit", full_load_periodicity: "86400" },
    ]);
    expect(kinds.toSorted()).toEqual(["encoding", "incomplete-export"]);
  });

  it("of another language's file name is known by the class that is called so", async () => {
    const { objects } = await readFile(
      "Trigger (class dependent) Export.csv",
      '"id (Primary Key)","Description","Trigger sub-class"\n7,"Berth freed","Trigger (on object update)"\n',
    );
    expect(objects).toMatchObject([{ class: "TriggerOnObjectUpdate", id: "7", description: "Berth freed" }]);
  });
});
