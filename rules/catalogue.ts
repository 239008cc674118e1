/** Every rule there is, in order of their ids. */
import apiBulkReadAllFields from "./flow/api-bulk-read-all-fields.ts";
import apiLogLeftOn from "./flow/api-log-left-on.ts";
import apiPersonalDataInParameters from "./flow/api-personal-data-in-parameters.ts";
import apiSecretInLog from "./flow/api-secret-in-log.ts";
import cleartextTransport from "./flow/cleartext-transport.ts";
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
import expiredException from "./model/expired-exception.ts";
import invalidException from "./model/invalid-exception.ts";
import unresolvedReference from "./model/unresolved-reference.ts";
import unusedSuppression from "./model/unused-suppression.ts";
import secretInClear from "./storage/secret-in-clear.ts";
import specialCategoryInClear from "./storage/special-category-in-clear.ts";
import type { Rule } from "./kit/define-rule.ts";

export const CATALOGUE: readonly Rule[] = [
  apiBulkReadAllFields,
  apiLogLeftOn,
  apiPersonalDataInParameters,
  apiSecretInLog,
  cleartextTransport,
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
  expiredException,
  invalidException,
  unresolvedReference,
  unusedSuppression,
  secretInClear,
  specialCategoryInClear,
];
