import type { Me } from "@sidenote/contract/organizations";

export function SettingsPage(_: { me: Me }) {
  return null;
}
