export function CompanyPage(_: { id: string }) {
  return null;
}
