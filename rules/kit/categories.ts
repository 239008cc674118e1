/** The categories of personal data with their labels, and which of them the words of a declaration name. */
import { TAXONOMY } from "../../analyzer/classify/taxonomy.ts";
import { CATEGORIES, type Category } from "../../analyzer/model/category.ts";

export function categoryLabel(category: Category): string {
  return TAXONOMY[category].label;
}

export function articleOf(category: Category): "art9" | "art10" | null {
  return TAXONOMY[category].special;
}

/** Categories a line names by id (`birth-date`) or by label; a line may name several. */
export function categoriesNamed(line: string): readonly Category[] {
  const text = plain(line);
  return CATEGORIES.filter(
    (category) =>
      category !== "none" &&
      (text.includes(plain(category)) || text.includes(plain(categoryLabel(category)))),
  );
}

/** Whole words only, so that a "username" is no "name": ` birth date `. */
function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}
