/** Gives exported objects names that are unique within their kind, as model paths need them. */

/** Names by id; objects that share a name, or have none, carry their id behind it: `Mention #2`. */
export function uniqueNames<Item extends { readonly id: string }>(
  objects: readonly Item[],
  nameOf: (object: Item) => string,
): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const object of objects) counts.set(nameOf(object), (counts.get(nameOf(object)) ?? 0) + 1);
  return new Map(
    objects.map((object) => {
      const name = nameOf(object);
      const unique = name !== "" && counts.get(name) === 1;
      return [object.id, unique ? name : `${name} #${object.id}`.trimStart()];
    }),
  );
}
