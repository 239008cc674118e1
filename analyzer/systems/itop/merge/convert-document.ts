/** Brings one data model file to the design version of the target, or says why the target refuses it. */
import type { Problem } from "../../../model/problem.ts";
import { childrenNamed, isElement, textOf, type XmlElement } from "../../../source/xml.ts";
import { CATALOGUE_FILE } from "../catalogue/catalogue-location.ts";
import { compareVersions } from "../modules/version-compare.ts";
import { convertDesign, lossesInWords } from "./design-format.ts";
import type { DesignLoss } from "./design-steps-down.ts";
import { DESIGN_VERSIONS, type DesignVersion, isDesignVersion, reads } from "./design-version.ts";
import { isFinishedModel } from "./finished-model.ts";
import type { DeltaDocument } from "./flat.ts";

export interface ConversionTarget {
  readonly design: DesignVersion;
  /** Nothing tells the version of iTop: it may be newer than every design version known here. */
  readonly assumed: boolean;
}

export interface Converted {
  /** `null` when iTop refuses the file. */
  readonly document: DeltaDocument | null;
  readonly problems: readonly Problem[];
}

export function convertDocument(document: DeltaDocument, target: ConversionTarget): Converted {
  const { designVersion: from, root } = document;
  const { design } = target;
  if (!isDesignVersion(from)) return unknownVersion(document, target);
  const losses: DesignLoss[] = [];
  const converted = convertDesign(root, from, design, (loss) => losses.push(loss));
  const result = { ...document, root: converted, designVersion: design };
  if (reads(design, from)) {
    return { document: result, problems: from < "3.0" && design === "3.0" ? emptyValues(root) : [] };
  }
  if (root.location.file === CATALOGUE_FILE) return { document: result, problems: [] };
  if (isFinishedModel(root)) return { document: result, problems: [convertedDown(document, design, losses)] };
  return { document: null, problems: [refused(document, design, losses)] };
}

/** Newer than all known: a finished model, or any file of an iTop that nobody named, is read as the newest known. */
function unknownVersion(document: DeltaDocument, { design, assumed }: ConversionTarget): Converted {
  const { designVersion, root } = document;
  const newest = DESIGN_VERSIONS.at(-1) as DesignVersion;
  const isNewer = /^\d{1,4}\.\d{1,4}$/.test(designVersion) && compareVersions(designVersion, newest) > 0;
  if (!isNewer || !(assumed || isFinishedModel(root))) {
    return { document: null, problems: [refused(document, design, [])] };
  }
  const message = `Design version ${designVersion} is newer than any iTop that is known here; the file is read as version ${newest}.`;
  return {
    document: { ...document, designVersion: design },
    problems: [{ kind: "merge", message, location: root.location }],
  };
}

function refused(
  { designVersion, module, root }: DeltaDocument,
  design: DesignVersion,
  losses: readonly DesignLoss[],
): Problem {
  const what = module === "" ? "this file" : `module ${module}`;
  const message =
    `iTop would not compile this: it cannot load ${what}, "Unknown source format version: ${quotable(designVersion)}"; ` +
    `it reads up to ${design}. The file is left out.`;
  const loss =
    losses.length === 0 ? "" : ` Rewritten for ${design} it would change: ${lossesInWords(losses)}.`;
  return { kind: "merge", message: message + loss, location: root.location, lost: "the whole file" };
}

function convertedDown(
  { designVersion, root }: DeltaDocument,
  design: DesignVersion,
  losses: readonly DesignLoss[],
): Problem {
  const loss = losses.length === 0 ? "nothing is lost" : lossesInWords(losses);
  return {
    kind: "merge",
    message: `This model was compiled in design version ${designVersion} and is read for ${design}: ${loss}.`,
    location: root.location,
    ...(losses.length === 0 ? {} : { lost: `what design version ${design} cannot say` }),
  };
}

/** The version is an attribute of a hostile file. */
function quotable(version: string): string {
  return version.replaceAll(/[^\w.-]/g, "?").slice(0, 20);
}

/** iTop 3.0 takes the text out of every value of an older file, and dies where there is none; 3.1 looks first. */
function emptyValues(root: XmlElement): readonly Problem[] {
  const problems: Problem[] = [];
  const visit = (element: XmlElement): void => {
    for (const each of element.children) {
      if (!isElement(each)) continue;
      if (element.name === "field" && each.name === "values") {
        for (const value of childrenNamed(each, "value")) {
          if (value.children.some(isElement) || textOf(value) !== "") continue;
          problems.push({
            kind: "merge",
            message:
              'iTop 3.0 would not compile this: it stops at a value without text in a file of version 1.7 or before ("removeChild(): Argument #1 must be of type DOMNode, null given"); later versions read it, and so does the analysis.',
            location: value.location,
          });
        }
      } else visit(each);
    }
  };
  const classes = childrenNamed(root, "classes");
  for (const section of classes) visit(section);
  return problems;
}
