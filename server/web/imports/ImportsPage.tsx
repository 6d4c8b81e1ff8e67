import type { Me } from "@sidenote/contract/organizations";

export function ImportsPage(_: { me: Me }) {
  return null;
}
