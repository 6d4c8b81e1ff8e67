export function EmailPage(_: { id: string }) {
  return null;
}
export function ActivityPage(_: { id: string }) {
  return null;
}
