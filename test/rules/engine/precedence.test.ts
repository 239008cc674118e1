import { describe, expect, it } from "vitest";
import { withoutSuperseded } from "../../../rules/engine/precedence.ts";

const HEALTH = "itop:Person.health_restrictions";

function on(
  path: string,
  rule: string,
  discriminator = "",
): { rule: string; path: string; discriminator: string } {
  return { path, rule, discriminator };
}

function kept(...findings: readonly ReturnType<typeof on>[]): readonly string[] {
  return withoutSuperseded(findings).map(({ rule }) => rule);
}

describe("precedence", () => {
  it("keeps special-category data before every other storage finding on the field", () => {
    expect(
      kept(
        on(HEALTH, "storage/special-category-in-clear"),
        on(HEALTH, "storage/personal-data-in-free-text"),
        on(HEALTH, "storage/opaque-field"),
        on(HEALTH, "flow/notification-sends-free-text"),
      ),
    ).toEqual(["storage/special-category-in-clear", "flow/notification-sends-free-text"]);
  });

  it("leaves other fields alone", () => {
    expect(
      kept(on(HEALTH, "storage/special-category-in-clear"), on("itop:Person.phone", "storage/opaque-field")),
    ).toEqual(["storage/special-category-in-clear", "storage/opaque-field"]);
  });

  it("lets a finding that was dropped drop nothing any more", () => {
    const path = "itop:Person.home_address";
    expect(
      kept(
        on(path, "storage/personal-data-in-free-text"),
        on(path, "storage/unvalidated-personal-field"),
        on(path, "storage/unclassified-candidate"),
      ),
    ).toEqual(["storage/unclassified-candidate"]);
  });

  it("prefers the purge that does not work over the store without purge", () => {
    const store = "itop:store/EventNotificationEmail";
    expect(
      kept(
        on(store, "retention/purge-ineffective", store),
        on(store, "retention/notification-log-long-lived", store),
        on("itop:store/log", "retention/api-log-without-purge", "itop:store/log"),
      ),
    ).toEqual(["retention/purge-ineffective", "retention/api-log-without-purge"]);
  });

  it("finds one log under the setting of one rule and the store of the other", () => {
    const store = "itop:store/EventRestService";
    expect(
      kept(
        on(store, "flow/api-log-left-on", store),
        on("itop:setting/log_rest_service", "config/logging-switch", store),
      ),
    ).toEqual(["flow/api-log-left-on"]);
  });

  it("compares recipients before it prefers special-category data in a notification", () => {
    const path = "itop:notification/New ticket";
    expect(
      kept(
        on(path, "flow/notification-sends-special-category", "external"),
        on(path, "flow/notification-sends-personal-data", "external"),
        on(path, "flow/notification-sends-personal-data", "unknown"),
      ),
    ).toEqual(["flow/notification-sends-special-category", "flow/notification-sends-personal-data"]);
  });

  it("does not take a shared audience for a shared element", () => {
    expect(
      kept(
        on("itop:account/hr-export", "flow/api-consumer-undeclared", "external"),
        on("itop:account/portal", "flow/observed-not-declared", "external"),
      ),
    ).toHaveLength(2);
  });

  it("keeps both where the remedies differ", () => {
    expect(
      kept(on(HEALTH, "records/undeclared-category"), on(HEALTH, "storage/customer-added-personal-field")),
    ).toHaveLength(2);
  });
});
