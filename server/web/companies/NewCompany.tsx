import { companies } from "@sidenote/contract/companies";
import { useClient } from "@sidenote/panel/client";
import { Labelled } from "@sidenote/panel/ui/Labelled.tsx";
import { AddByHand } from "../parts/AddByHand.tsx";

/** A name is enough. */
export function NewCompany() {
  const { api } = useClient();
  const add = async (text: (field: string) => string) => {
    const domain = text("domain").toLowerCase();
    const { id } = await api(companies.create, { name: text("name"), ...(domain ? { domains: [domain] } : {}) });
    return `/companies/${id}`;
  };
  return (
    <AddByHand title="Add a company" changes={["/v1/companies", "/v1/search"]} add={add}>
      <Labelled label="Name" name="name" required maxLength={200} />
      <Labelled label="Domain of its mail" name="domain" placeholder="nordfrakt.example" />
    </AddByHand>
  );
}
