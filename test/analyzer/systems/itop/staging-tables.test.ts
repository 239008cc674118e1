import { describe, expect, it } from "vitest";
import type { Store } from "../../../../analyzer/model/store.ts";
import type { System } from "../../../../analyzer/model/system.ts";
import type { Problem } from "../../../../analyzer/model/problem.ts";
import { analyseFiles } from "../../../../analyzer/workspace/analyse.ts";
import { asSql, CLINIC, type Tables } from "./clinic-dump.ts";

const STAGED =
  "CREATE TABLE `synchro_data_person_2` (`id` int(11), `primary_key` varchar(255), `email` varchar(255), `org_id` varchar(255), `picture_data` longblob, `picture_mimetype` varchar(255), `birth_date` varchar(10));\n";
const WAITING =
  "INSERT INTO `synchro_data_person_2` VALUES (1,'cn=Ingrid Haugland','ingrid@clinic.example','1',NULL,NULL,NULL),(2,'cn=Weiss','w@clinic.example','1',NULL,NULL,NULL);\n";

interface Read {
  readonly system: System;
  readonly stores: readonly Store[];
  readonly problems: readonly Problem[];
}

async function read(sql: string): Promise<Read> {
  const { estate } = await analyseFiles({ "itop.sql": `-- MySQL dump\n${sql}` });
  const [system] = estate.systems as [System];
  return {
    system,
    stores: system.stores.filter(({ kind }) => kind === "sync-staging"),
    problems: estate.problems,
  };
}

function sources(table = "synchro_data_person_2"): string {
  const [source] = CLINIC["priv_sync_datasource"] ?? [];
  const { priv_sync_att, priv_sync_att_extkey } = CLINIC;
  return asSql({
    priv_sync_att,
    priv_sync_att_extkey,
    priv_sync_datasource: [{ ...source, database_table_name: table }],
  } as Tables);
}

describe("a staging table in a dump", () => {
  it("shows the columns there really are, and counts rows without reading them", async () => {
    const { stores } = await read(`${sources()}${STAGED}${WAITING}`);
    expect(stores).toMatchObject([
      {
        path: "itop:store/synchro_data_person_2",
        of: ["Person"],
        holds: {
          fields: ["itop:Person.org_id", "itop:Person.email", "itop:Person.picture"],
        },
        observed: { rows: 2, from: null, to: null, file: "itop.sql" },
      },
    ]);
    expect(JSON.stringify(stores)).not.toMatch(/Haugland|Weiss|clinic\.example/);
  });

  it("is known without the source that fills it, and that this is missing is said", async () => {
    const { stores, problems } = await read(`${STAGED}${WAITING}`);
    expect(stores).toMatchObject([{ name: "synchro_data_person_2", of: ["Person"], observed: { rows: 2 } }]);
    expect(problems.map(({ message }) => message)).toContain(
      "The dump holds the staging table synchro_data_person_2, but no data source that fills it was given.",
    );
  });

  it("with columns the model does not know shows that a customisation is missing", async () => {
    for (const sql of [`${sources()}${STAGED}`, STAGED]) {
      const { problems } = await read(sql);
      expect(problems.filter(({ message }) => message.includes("birth_date"))).toMatchObject([
        {
          kind: "unresolved",
          message:
            "The staging table synchro_data_person_2 has the columns birth_date, which Person does not have in the model.",
        },
      ]);
    }
  });

  it("of any name is found by the source that names it", async () => {
    const named = STAGED.replace("synchro_data_person_2", "HR_feed");
    const { stores, problems } = await read(`${sources("hr_feed")}${named}`);
    expect(stores).toMatchObject([{ name: "hr_feed", of: ["Person"], holds: { fields: { length: 3 } } }]);
    expect(problems.filter(({ message }) => message.includes("no data source"))).toEqual([]);
  });

  it("under a table prefix belongs to the source whose table iTop named", async () => {
    const named = STAGED.replaceAll("synchro_data", "prod_synchro_data");
    const { stores } = await read(`${sources("").replaceAll("`priv_", "`prod_priv_")}${named}`);
    expect(stores).toMatchObject([{ of: ["Person"], holds: { fields: { length: 3 } } }]);
  });

  it("of a class nobody knows keeps its name alone", async () => {
    const { stores } = await read(STAGED.replace("synchro_data_person_2", "synchro_data_visitorbadge_8"));
    expect(stores).toMatchObject([{ of: [], holds: { fields: [] } }]);
  });
});

describe("other tables in a dump", () => {
  it("tell how many rows the stores of their classes have", async () => {
    const rows = [
      { id: "1", name: "Haugland" },
      { id: "2", name: "Weiss" },
    ];
    const { system } = await read(
      asSql({ attachment: rows, functionalci: rows, person: rows, ticket_request: rows }),
    );
    const observed = system.stores.filter((store) => store.observed !== null);
    expect(observed.map(({ entity, observed: seen }) => [entity, seen?.rows])).toEqual([
      ["Attachment", 2],
      ["Person", 2],
      ["UserRequest", 2],
    ]);
  });
});
