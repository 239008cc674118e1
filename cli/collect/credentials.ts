/** Who calls the REST service; passwords and tokens come from the environment or are asked, nowhere else. */
import type { Io } from "../io.ts";
import { type Arguments, type OptionSpecs, UsageError } from "../options.ts";

export type Credentials =
  | { readonly kind: "password"; readonly user: string; readonly secret: string }
  | { readonly kind: "token"; readonly user: string | null; readonly secret: string };

const PASSWORD = "ART30_ITOP_PASSWORD";
const TOKEN = "ART30_ITOP_TOKEN";

const REFUSED = `not accepted: a command line is open to others; use ${PASSWORD} or ${TOKEN}`;

export const CREDENTIAL_OPTIONS: OptionSpecs = {
  user: { type: "string", value: "NAME", help: "login of the account that reads" },
  password: { type: "string", value: "…", help: REFUSED },
  token: { type: "string", value: "…", help: REFUSED },
};

export async function credentialsOf(args: Arguments, io: Io): Promise<Credentials> {
  for (const option of ["password", "token"]) {
    if (args.text(option) === undefined) continue;
    throw new UsageError(
      `--${option} is not accepted: other users of this machine and the shell's history see command lines; ` +
        `set ${PASSWORD} or ${TOKEN}, or let yourself be asked (and change what you have just shown)`,
    );
  }
  const user = args.text("user")?.trim() ?? "";
  const token = io.env[TOKEN]?.trim() ?? "";
  const password = io.env[PASSWORD] ?? "";
  if (token !== "" && password !== "") throw new UsageError(`set ${PASSWORD} or ${TOKEN}, not both`);
  if (token !== "") {
    if (!/^[\x21-\x7e]+$/.test(token)) throw new UsageError(`${TOKEN} holds characters that no token has`);
    return { kind: "token", user: user === "" ? null : user, secret: token };
  }
  if (user === "") throw new UsageError(`--user NAME is needed, or a token in ${TOKEN}`);
  const secret = password !== "" ? password : await asked(user, io);
  if (secret === "") throw new UsageError("no password was given");
  return { kind: "password", user, secret };
}

async function asked(user: string, io: Io): Promise<string> {
  if (io.askSecret === undefined) {
    throw new UsageError(`set ${PASSWORD}: there is no terminal on which to ask for the password`);
  }
  try {
    return await io.askSecret(`Password of ${user}: `);
  } catch {
    // Ctrl-C at the prompt.
    return "";
  }
}
