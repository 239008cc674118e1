/** The question each column asks when nothing was declared; no question suggests an answer. */
import type { Column } from "../register.ts";

export const QUESTIONS: Readonly<Record<Column, string>> = {
  name: "Is this one activity of yours, under this name?",
  owner: "Which function answers for this activity?",
  purpose:
    "What are the data used for? Name each specific purpose; the name of a module or class is not one.",
  "legal-basis":
    "Which basis of Article 6(1) does each purpose rest on? For (f), name the interest and where the balancing is kept; for (a), how consent is withdrawn.",
  "art9-condition":
    "Are data under Article 9 or 10 processed here? If so, under which condition? If not, say so and why.",
  "data-subjects": "Whose data are these?",
  "data-categories": "Which categories of personal data are processed?",
  "free-text": "What may people write here, and who reads it again later?",
  sources: "Where do the data come from?",
  "internal-recipients": "Which functions inside receive the data?",
  "external-recipients":
    "Who outside receives the data, as what: processor, sub-processor, independent or joint controller, authority?",
  processors: "Who processes these data on the controller's behalf, and under which agreement (Art. 28(3))?",
  "third-countries":
    "Was it examined whether data go to a third country, remote access for support included? Answer: not examined, none identified after examination, or identified (country and recipient).",
  "transfer-mechanism":
    "On which basis does each transfer rest (adequacy decision, safeguards, derogation), and in which document?",
  retention: "How long is each category kept, from which event on, and what happens then?",
  "retention-evidence": "How are time limits carried out?",
  measures: "Which technical and organisational measures protect the data (Art. 32(1))?",
  location: "Where are the data stored, and from where are they accessed?",
  software: "Which software is used?",
  "automated-decisions": "Are decisions under Article 22 taken here?",
  rights: "How do data subjects exercise their rights in this activity?",
  dpia: "Was it decided whether an impact assessment is needed, and with what result?",
};
