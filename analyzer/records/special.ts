/** Categories under Article 9 or 10, by the taxonomy. */
import { CATEGORIES, type Category } from "../model/category.ts";
import { TAXONOMY } from "../classify/taxonomy.ts";

export const SPECIAL: ReadonlySet<Category> = new Set(
  CATEGORIES.filter((category) => TAXONOMY[category].special !== null),
);
