// The address of the service desk, emptied by the mail extension.
import { reply, write } from "./output.mjs";

export function writeInBoxes() {
  write(
    "exports/MailInboxStandard.json",
    reply([
      {
        cls: "MailInboxStandard",
        id: 2,
        server: "mail.tilleuls.example",
        mailbox: "INBOX",
        login: "desk@tilleuls.example",
        password: "not-the-real-one",
        protocol: "imap",
        port: "993",
        active: "yes",
        behavior: "both",
        target_class: "UserRequest",
        ticket_default_values: "service_id:1",
        ticket_default_title: "No subject",
        title_pattern: "/R-([0-9]{6})/",
        unknown_caller_behavior: "create_contact",
        unknown_caller_rejection_reply: "",
        caller_default_values: "org_id:7\nstatus:active",
        error_behavior: "mark_as_error",
        notify_errors_to: "desk@tilleuls.example",
        notify_errors_from: "itop@tilleuls.example",
        trace: "no",
        email_storage: "keep",
        target_folder: "",
        import_additional_contacts: "never",
      },
    ]),
  );
}
