// People and interfaces with their profiles.
import { reply, write } from "./output.mjs";

const PROFILES = {
  1: "Administrator",
  2: "Portal user",
  3: "Configuration Manager",
  4: "Service Desk Agent",
  5: "Support Agent",
  1024: "REST Services User",
  2101: "Ward secretary",
  2102: "Occupational health",
};
const account = (id, login, contactid, profiles, status = "enabled") => ({
  cls: "UserLocal",
  id,
  login,
  contactid: String(contactid),
  language: "FR FR",
  status,
  profile_list: profiles.map((profile) => ({
    profileid: String(profile),
    profile: PROFILES[profile],
    reason: "",
    friendlyname: "Link",
  })),
  allowed_org_list: [],
  password: "*****",
  expiration: "never_expire",
});
const USERS = [
  account(1, "admin", 0, [1, 1024]),
  account(7, "ws-directory", 0, [1024, 3]),
  account(8, "ws-reporting", 0, [1024, 1]),
  account(9, "svc-monitoring", 0, [1024, 4]),
  account(12, "c.delorme", 101, [4, 5]),
  account(13, "m.haas", 102, [2101]),
  account(14, "j.perrin", 103, [2]),
  account(15, "s.weiss", 104, [2101, 2102]),
  account(16, "old.trainee", 105, [2], "disabled"),
];

export function writeAccounts() {
  write("exports/User.json", reply(USERS.map((user) => ({ ...user, name: user.login }))));
  write(
    "exports/URP_UserProfile.json",
    reply(
      USERS.flatMap((user) =>
        user.profile_list.map((link) => ({
          cls: "URP_UserProfile",
          id: user.id * 10000 + Number(link.profileid),
          userid: String(user.id),
          userlogin: user.login,
          profileid: link.profileid,
          profile: PROFILES[link.profileid],
          reason: "",
        })),
      ),
    ),
  );
}
