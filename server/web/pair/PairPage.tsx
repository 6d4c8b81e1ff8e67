import type { Me } from "@sidenote/contract/organizations";

export function PairPage(_: { me: Me }) {
  return null;
}
