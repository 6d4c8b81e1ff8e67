import type { Me } from "@sidenote/contract/organizations";

export function WelcomePage(_: { me: Me }) {
  return null;
}
