/** The one place where a finding becomes text. */
import type { Message, RuleMeta } from "../kit/define-rule.ts";
import type { Args } from "../kit/finding.ts";

/** Items of a list argument that are written out; the rest is counted. */
export const MAX_LISTED = 8;

export interface RenderedMessage {
  readonly message: string;
  readonly why: string;
  readonly fix: string;
}

/** Throws when the variant or an argument is missing: that is a bug of the rule, never of the input. */
export function renderMessage(
  meta: Pick<RuleMeta, "id" | "messages">,
  messageId: string,
  args: Args,
): RenderedMessage {
  const message = Object.hasOwn(meta.messages, messageId) ? meta.messages[messageId] : undefined;
  if (message === undefined) throw new Error(`${meta.id} has no message "${messageId}"`);
  const fill = (template: string): string =>
    template.replace(PLACE, (_, name: string) => {
      const value = Object.hasOwn(args, name) ? args[name] : undefined;
      if (value === undefined)
        throw new Error(`${meta.id}, message "${messageId}": argument "${name}" is missing`);
      return typeof value === "object" ? listed(value) : String(value);
    });
  return { message: fill(message.what), why: fill(message.why), fix: fill(message.fix) };
}

/** Names of the arguments a message needs, sorted. */
export function argumentsOf(message: Message): readonly string[] {
  const names = [message.what, message.why, message.fix].flatMap((template) =>
    [...template.matchAll(PLACE)].map((match) => match[1] as string),
  );
  return [...new Set(names)].sort();
}

const PLACE = /\{([A-Za-z]+)\}/g;

function listed(items: readonly string[]): string {
  const shown = items.slice(0, MAX_LISTED).join(", ");
  return items.length > MAX_LISTED ? `${shown} and ${items.length - MAX_LISTED} more` : shown;
}
