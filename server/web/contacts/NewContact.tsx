import { contacts } from "@sidenote/contract/contacts";
import { useClient } from "@sidenote/panel/client";
import { Labelled } from "@sidenote/panel/ui/Labelled.tsx";
import { AddByHand } from "../parts/AddByHand.tsx";
import { PEOPLE_CHANGED } from "./saving.ts";

/** A name is enough. */
export function NewContact() {
  const { api } = useClient();
  const add = async (text: (field: string) => string) => {
    const [name, title, address] = [text("name"), text("title"), text("address")];
    const { id } = await api(contacts.create, {
      name,
      ...(title ? { title } : {}),
      ...(address ? { addresses: [address] } : {}),
    });
    return `/contacts/${id}`;
  };
  return (
    <AddByHand title="Add a contact" changes={PEOPLE_CHANGED} add={add}>
      <Labelled label="Name" name="name" required maxLength={200} />
      <Labelled label="Address" name="address" type="email" placeholder="marta@nordfrakt.example" />
      <Labelled label="What they do" name="title" maxLength={200} />
    </AddByHand>
  );
}
