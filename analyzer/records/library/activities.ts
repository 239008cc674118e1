/** The twenty activities an IT service management estate usually carries out, and how to recognise them. */
import type { LibraryActivity, Takes } from "./activity.ts";

// DPV terms are those of version 2.3.
function activity(
  id: string,
  purposes: readonly string[],
  takes: Takes,
  more: { readonly monitoring?: boolean; readonly questions?: readonly string[] } = {},
): LibraryActivity {
  return {
    id,
    takes,
    purposes,
    monitoring: more.monitoring ?? false,
    questions: more.questions ?? [],
  };
}

export const ACTIVITIES: readonly LibraryActivity[] = [
  activity("ITSM-01", ["dpv:ServiceProvision", "dpv:RepairImpairments", "dpv:CommunicationForCustomerCare"], {
    entities:
      /^(Incident|UserRequest|Problem|ServiceReq|ServiceRequest|Task|Journal|Attachment|InlineImage|ResponseTemplate|lnk\w*(Ticket|UserRequest|Incident|Problem|WorkOrder)\w*)$/,
    roles: ["ticket", "catalogue"],
    stores: ["attachment", "case-log"],
  }),
  activity("ITSM-02", ["dpv:RecordManagement", "dpv:ServiceManagement"], {
    entities:
      /^(Contact|Person|Team|Organization|Location|lnk(PersonToTeam|ContactToOrganization)|Employee|Profile)$/,
    roles: ["subject", "organisation", "site", "person-link"],
  }),
  activity("ITSM-03", ["dpv:ServiceManagement"], {
    entities: /^(FunctionalCI|Licence|lnk(Contact|Person)To(FunctionalCI|Licence|Software\w*)|CI|Asset)$/,
    roles: ["configuration-item"],
  }),
  activity("ITSM-04", ["dpv:IdentityAuthentication", "dpv:EnforceAccessControl", "dpv:AccountManagement"], {
    entities:
      /^(User|UserLDAP|UserLocal|UserExternal|URP_\w+|UserDashboard|appUserPreferences|EventLoginUsage|OAuthClient|BackgroundTask|WelcomePopupAcknowledge|iTopOwnershipToken|PersonalToken|UserToken)$/,
    modules: /^(authent-|combodo-(hybridauth|oauth|saml|password)|itop-(oauth|token))/,
    stores: ["login-log", "preferences"],
    movements: ["authentication"],
    roles: ["account"],
  }),
  activity("ITSM-05", ["dpv:CommunicationManagement"], {
    entities:
      /^(Action|Trigger|EventNotification\w*|EventWebhook|lnkTriggerAction|lnkActionNotificationToContact|AsyncTask|AsyncSendEmail|RemoteApplicationConnection)$/,
    stores: ["notification-log", "queue"],
    notifications: true,
  }),
  activity("ITSM-06", ["dpv:CommunicationForCustomerCare"], {
    entities: /^(MailInbox\w*|EmailReplica|MailConnection\w*)$/,
    modules: /(mail-inbox|mail-to-ticket|email-synchro|email-reply)/,
    stores: ["mailbox", "raw-mail"],
    movements: ["mail-in"],
  }),
  activity("ITSM-07", ["dpv:OrganisationGovernance"], {
    entities: /^(Change|RoutineChange|ApprovedChange|Approval\w*|lnk\w*Change\w*|FRSApproval\w*)$/,
    modules: /(approval|itop-change)/,
  }),
  activity(
    "ITSM-08",
    ["dpv:EnforceSecurity"],
    {
      entities: /^(CMDBChange|CMDBChangeOp|Event|EventIssue|Audit\w*)$/,
      stores: ["history", "audit-log", "event-log", "file-log"],
      roles: ["log-record"],
    },
    { questions: ["Does a provision oblige the organisation to keep this trail? If so, which one?"] },
  ),
  activity("ITSM-09", ["dpv:TechnicalServiceProvision"], {
    entities: /^(EventRestService|EventWebService|Query|QueryOQL|BulkExportResult)$/,
    stores: ["api-log"],
    movements: ["api", "export", "webhook", "telemetry", "log-shipping"],
    operations: true,
  }),
  activity("ITSM-10", ["dpv:RecordManagement"], {
    entities: /^(Synchro\w+)$/,
    stores: ["sync-staging", "sync-log"],
    movements: ["directory-sync", "database-sync", "file-import"],
  }),
  activity(
    "ITSM-11",
    ["dpv:ServiceMonitoring", "dpv:PersonnelPerformanceMonitoring"],
    { categories: ["performance"], modules: /(timetracking|time-tracking|workload)/, stores: ["statistics"] },
    { monitoring: true },
  ),
  activity("ITSM-12", ["dpv:ServiceOptimisation"], {
    categories: ["opinion"],
    entities: /^(Survey\w*|CustomerSurvey\w*|lnkSurvey\w*)$/,
    modules: /survey/,
  }),
  activity(
    "ITSM-13",
    ["dpv:EnforceSecurity", "dpv:PersonnelMonitoring"],
    {
      products: /\b(isec7|emm|mdm|uem|endpoint management|mobile device)\b/i,
      modules: /(device-management|intune|jamf)/,
      movements: ["monitoring"],
    },
    {
      monitoring: true,
      questions: [
        "Which of the content of calls, messages and browsing is collected, and can it be switched off?",
      ],
    },
  ),
  activity("ITSM-14", ["dpv:CommunicationForCustomerCare"], {
    products: /\b(voice|telephony|call cent(er|re))\b/i,
    categories: ["call-record"],
    modules: /(telephony|cti-)/,
  }),
  activity(
    "ITSM-15",
    ["dpv:PersonnelOnboarding", "dpv:PersonnelOffboarding"],
    {
      entities: /(on_?boarding|off_?boarding|joiner|leaver|new_?hire)/i,
      modules: /(onboarding|offboarding)/,
    },
    { questions: ["Who told the people named as emergency contacts that their data are kept?"] },
  ),
  activity(
    "ITSM-16",
    ["dpv:RightsFulfilment"],
    { entities: /(data_?subject|subject_?access|privacy_?request|gdpr|breach)/i },
    { questions: ["How long is proof of identity kept once a request is answered?"] },
  ),
  activity("ITSM-17", ["dpv:VendorManagement"], {
    entities: /^(Contract|CustomerContract|ProviderContract|Supplier|Vendor|lnk\w*Contract\w*)$/,
  }),
  activity("ITSM-18", ["dpv:ServiceProvision"], {
    entities: /^(FAQ|KnownError|Document|Knowledge\w*|Article\w*|Shortcut\w*)$/,
    modules: /(knownerror|faq|knowledge)/,
  }),
  activity("ITSM-19", ["dpv:IncreaseServiceRobustness"], {
    stores: ["backup", "replica"],
    movements: ["backup", "replication"],
  }),
  activity(
    "ITSM-20",
    [],
    {
      modules: /(^|-)(ai|chatbot|chat-widget|copilot|assistant|llm)(-|$)/,
      entities: /(chatbot|ai_?assistant|copilot)/i,
    },
    {
      questions: ["Which texts are sent to the assistant, to whom, and are they used to train it?"],
    },
  ),
];
