export function ContactPage(_: { id: string }) {
  return null;
}
