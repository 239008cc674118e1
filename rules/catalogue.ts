/** Every rule there is, in order of their ids. */
import apiAccountOverPrivileged from "./access/api-account-over-privileged.ts";
import bulkOperationsOnPersons from "./access/bulk-operations-on-persons.ts";
import portalExposesField from "./access/portal-exposes-field.ts";
import sensitiveEntityBroadRole from "./access/sensitive-entity-broad-role.ts";
import apiOpenToAllAccounts from "./config/api-open-to-all-accounts.ts";
import loggingSwitch from "./config/logging-switch.ts";
import secretInConfiguration from "./config/secret-in-configuration.ts";
import apiBulkReadAllFields from "./flow/api-bulk-read-all-fields.ts";
import apiLogLeftOn from "./flow/api-log-left-on.ts";
import apiPersonalDataInParameters from "./flow/api-personal-data-in-parameters.ts";
import apiSecretInLog from "./flow/api-secret-in-log.ts";
import cleartextTransport from "./flow/cleartext-transport.ts";
import mailInRawCopy from "./flow/mail-in-raw-copy.ts";
import notificationInvalidRecipient from "./flow/notification-invalid-recipient.ts";
import notificationSendsFreeText from "./flow/notification-sends-free-text.ts";
import notificationSendsPersonalData from "./flow/notification-sends-personal-data.ts";
import notificationSendsSpecialCategory from "./flow/notification-sends-special-category.ts";
import notificationUnknownPlaceholder from "./flow/notification-unknown-placeholder.ts";
import openEndedMapping from "./flow/open-ended-mapping.ts";
import protectedFieldLeavesClear from "./flow/protected-field-leaves-clear.ts";
import syncAccountUnrestricted from "./flow/sync-account-unrestricted.ts";
import syncConflictingMasters from "./flow/sync-conflicting-masters.ts";
import syncDeletionIgnored from "./flow/sync-deletion-ignored.ts";
import syncDeletionNeverFires from "./flow/sync-deletion-never-fires.ts";
import syncLeftAtDefaults from "./flow/sync-left-at-defaults.ts";
import syncUnusedColumn from "./flow/sync-unused-column.ts";
import webhookSendsWholeRecord from "./flow/webhook-sends-whole-record.ts";
import codeNotAnalysed from "./model/code-not-analysed.ts";
import expiredException from "./model/expired-exception.ts";
import incompleteExport from "./model/incomplete-export.ts";
import inputNotAnalysed from "./model/input-not-analysed.ts";
import invalidException from "./model/invalid-exception.ts";
import mergeError from "./model/merge-error.ts";
import truncatedRecord from "./model/truncated-record.ts";
import unresolvedPlaceholder from "./model/unresolved-placeholder.ts";
import unresolvedReference from "./model/unresolved-reference.ts";
import unusedSuppression from "./model/unused-suppression.ts";
import legalBasisMissing from "./records/legal-basis-missing.ts";
import partyMissing from "./records/party-missing.ts";
import purposeMissing from "./records/purpose-missing.ts";
import retentionMissing from "./records/retention-missing.ts";
import specialCategoryConditionMissing from "./records/special-category-condition-missing.ts";
import undeclaredCategory from "./records/undeclared-category.ts";
import apiLogWithoutPurge from "./retention/api-log-without-purge.ts";
import derivedOutlivesSubject from "./retention/derived-outlives-subject.ts";
import historyWithoutPurge from "./retention/history-without-purge.ts";
import loginEventsWithoutPurge from "./retention/login-events-without-purge.ts";
import notificationLogLongLived from "./retention/notification-log-long-lived.ts";
import subjectRecordUnbounded from "./retention/subject-record-unbounded.ts";
import syncStagingCopy from "./retention/sync-staging-copy.ts";
import caseLogNotReached from "./rights/case-log-not-reached.ts";
import erasureBlocked from "./rights/erasure-blocked.ts";
import fieldNotReached from "./rights/field-not-reached.ts";
import historyNotReached from "./rights/history-not-reached.ts";
import reimportTrap from "./rights/reimport-trap.ts";
import storeNotReached from "./rights/store-not-reached.ts";
import customerAddedPersonalField from "./storage/customer-added-personal-field.ts";
import duplicatedPersonalData from "./storage/duplicated-personal-data.ts";
import opaqueField from "./storage/opaque-field.ts";
import personalDataInFreeText from "./storage/personal-data-in-free-text.ts";
import personalDataInQuery from "./storage/personal-data-in-query.ts";
import secretInClear from "./storage/secret-in-clear.ts";
import specialCategoryInClear from "./storage/special-category-in-clear.ts";
import unclassifiedCandidate from "./storage/unclassified-candidate.ts";
import unstructuredContent from "./storage/unstructured-content.ts";
import unvalidatedPersonalField from "./storage/unvalidated-personal-field.ts";
import behaviourMonitoring from "./vendor/behaviour-monitoring.ts";
import communicationContentMonitoring from "./vendor/communication-content-monitoring.ts";
import contradictoryClaims from "./vendor/contradictory-claims.ts";
import outboundService from "./vendor/outbound-service.ts";
import recommendationNotMeasure from "./vendor/recommendation-not-measure.ts";
import staleClaim from "./vendor/stale-claim.ts";
import type { Rule } from "./kit/define-rule.ts";

export const CATALOGUE: readonly Rule[] = [
  apiAccountOverPrivileged,
  bulkOperationsOnPersons,
  portalExposesField,
  sensitiveEntityBroadRole,
  apiOpenToAllAccounts,
  loggingSwitch,
  secretInConfiguration,
  apiBulkReadAllFields,
  apiLogLeftOn,
  apiPersonalDataInParameters,
  apiSecretInLog,
  cleartextTransport,
  mailInRawCopy,
  notificationInvalidRecipient,
  notificationSendsFreeText,
  notificationSendsPersonalData,
  notificationSendsSpecialCategory,
  notificationUnknownPlaceholder,
  openEndedMapping,
  protectedFieldLeavesClear,
  syncAccountUnrestricted,
  syncConflictingMasters,
  syncDeletionIgnored,
  syncDeletionNeverFires,
  syncLeftAtDefaults,
  syncUnusedColumn,
  webhookSendsWholeRecord,
  codeNotAnalysed,
  expiredException,
  incompleteExport,
  inputNotAnalysed,
  invalidException,
  mergeError,
  truncatedRecord,
  unresolvedPlaceholder,
  unresolvedReference,
  unusedSuppression,
  legalBasisMissing,
  partyMissing,
  purposeMissing,
  retentionMissing,
  specialCategoryConditionMissing,
  undeclaredCategory,
  apiLogWithoutPurge,
  derivedOutlivesSubject,
  historyWithoutPurge,
  loginEventsWithoutPurge,
  notificationLogLongLived,
  subjectRecordUnbounded,
  syncStagingCopy,
  caseLogNotReached,
  erasureBlocked,
  fieldNotReached,
  historyNotReached,
  reimportTrap,
  storeNotReached,
  customerAddedPersonalField,
  duplicatedPersonalData,
  opaqueField,
  personalDataInFreeText,
  personalDataInQuery,
  secretInClear,
  specialCategoryInClear,
  unclassifiedCandidate,
  unstructuredContent,
  unvalidatedPersonalField,
  behaviourMonitoring,
  communicationContentMonitoring,
  contradictoryClaims,
  outboundService,
  recommendationNotMeasure,
  staleClaim,
];
