/** OQL in exported objects: phrasebook, audit, triggers, recipients of actions, data sources. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import type { Location } from "../../../model/location.ts";
import { objectsOf } from "../exports/export-objects.ts";
import type { ExportFamily } from "../exports/export-classes.ts";
import type { ExportData } from "../fragments.ts";
import { mailDomainOf } from "../notifications/notification-audience.ts";
import { channelOf } from "../notifications/notification-channels.ts";
import { collectNotificationExports, textField } from "../notifications/notification-exports.ts";
import { uniqueNames } from "../notifications/notification-names.ts";
import { PLAIN_SITE, type QuerySite, type SiteFacts } from "./query-site.ts";

interface Exported {
  readonly class: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly location: Location;
}

/** A query of the phrasebook keeps what it gives out beside it. */
export interface PhrasebookSite extends QuerySite {
  readonly title: string;
  /** The attributes it names, as written; empty when it names none. */
  readonly columns: string;
}

const NEVER_APPLIED = "iTop keeps the restriction of a data source and never applies it";

/** Everything but the phrasebook. */
export function exportedSites(exports: readonly ExportData[], index: EntityIndex): readonly QuerySite[] {
  return [
    ...named(exports, "audit-category").flatMap(({ object, title }) =>
      site(object, "definition_set", {
        ...PLAIN_SITE,
        place: "audit-category",
        audience: "internal",
        name: `audit-category ${title}`,
      }),
    ),
    ...named(exports, "audit-rule").flatMap(({ object, title }) =>
      site(object, "query", {
        ...PLAIN_SITE,
        place: "audit-rule",
        audience: "internal",
        name: `audit-rule ${title}`,
      }),
    ),
    ...named(exports, "source").flatMap(({ object, title }) =>
      site(object, "scope_restriction", {
        ...PLAIN_SITE,
        place: "sync-scope",
        name: `sync-scope ${title}`,
        shape: "condition",
        host: text(object, "scope_class") || null,
        judgedElsewhere: true,
        note: NEVER_APPLIED,
      }),
    ),
    ...notificationSites(exports, index),
  ];
}

export function phrasebookSites(exports: readonly ExportData[]): readonly PhrasebookSite[] {
  return named(exports, "query").flatMap(({ object, title }) => {
    const facts = {
      ...PLAIN_SITE,
      place: "phrasebook",
      audience: "unknown",
      name: `phrasebook ${title}`,
    } as const;
    return site(object, "oql", facts).map((each) => ({ ...each, title, columns: text(object, "fields") }));
  });
}

/** Triggers and recipients have readers of their own, which say what does not work. */
function notificationSites(exports: readonly ExportData[], index: EntityIndex): readonly QuerySite[] {
  const { triggers, actions } = collectNotificationExports(exports);
  const titles = uniqueNames([...triggers.values()], (each) => text(each, "description"));
  const names = uniqueNames([...actions.values()], (each) => text(each, "name"));
  return [
    ...[...triggers.values()].flatMap((trigger) => {
      const title = titles.get(trigger.id) ?? trigger.id;
      const host = text(trigger, "target_class") || null;
      const facts = { ...PLAIN_SITE, place: "trigger-filter", shape: "condition", host } as const;
      const name = `trigger-filter ${title}`;
      return [
        ...site(trigger, "filter", { ...facts, name, judgedElsewhere: true }),
        ...site(trigger, "mentioned_filter", { ...facts, name: `${name} mentioned` }),
      ];
    }),
    ...[...actions.values()].flatMap((action) => {
      const title = names.get(action.id) ?? action.id;
      return (channelOf(action.class, index)?.queries ?? []).flatMap(([attribute, slot]) => {
        if (mailDomainOf(text(action, attribute)) !== null) return [];
        const name = `recipients ${title} ${slot}`;
        return site(action, attribute, { ...PLAIN_SITE, place: "recipients", name, judgedElsewhere: true });
      });
    }),
  ];
}

function named(
  exports: readonly ExportData[],
  family: ExportFamily,
): readonly { readonly object: Exported; readonly title: string }[] {
  const objects = objectsOf(exports, family);
  const titles = uniqueNames(objects, (object) => text(object, "name"));
  return objects.map((object) => ({ object, title: titles.get(object.id) ?? object.id }));
}

function text({ fields }: Exported, attribute: string): string {
  return textField(fields, attribute)?.trim() ?? "";
}

/** An export tells where the object stands, not where in it the attribute does. */
function site(object: Exported, attribute: string, facts: SiteFacts): readonly QuerySite[] {
  const oql = text(object, attribute);
  const { location } = object;
  return oql === "" ? [] : [{ ...facts, text: oql, location, at: () => location }];
}
