import { type Me, organizations } from "@sidenote/contract/organizations";
import { useClient } from "@sidenote/panel/client";
import { sentence } from "@sidenote/panel/ui/Load.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { useState } from "react";

/** A page that begins anew holds nothing of the organization before. */
const beginAnew = () => window.location.assign("/");

/** Works in another organization from now on. */
export function useSwitch(): (organizationId: Me["organization"]["id"]) => Promise<void> {
  const { api } = useClient();
  const say = useToast();
  return async (organizationId) => {
    try {
      await api(organizations.switch, { organizationId });
      beginAnew();
    } catch (error) {
      say({ text: sentence(error) });
    }
  };
}

/** The invented company: added and opened, or removed, with one click each. Only admins make organizations. */
export function useDemo(me: Me) {
  const { api } = useClient();
  const say = useToast();
  const [busy, setBusy] = useState<"adding" | "removing" | null>(null);
  const there = me.organizations.find((one) => one.demo);
  const other = me.organizations.find((one) => !one.demo);

  const during = async (what: "adding" | "removing", work: () => Promise<void>) => {
    setBusy(what);
    say({ text: what === "adding" ? "Adding the demo; it takes a few seconds" : "Removing the demo" });
    try {
      await work();
      beginAnew();
    } catch (error) {
      say({ text: sentence(error) });
      setBusy(null);
    }
  };
  return {
    there,
    busy,
    mayChange: me.organization.role === "admin" && (there === undefined || other !== undefined),
    add: () =>
      void during("adding", async () => {
        const { id } = await api(organizations.addDemo, {});
        await api(organizations.switch, { organizationId: id });
      }),
    remove: () =>
      void during("removing", async () => {
        if (other && me.organization.demo) await api(organizations.switch, { organizationId: other.id });
        await api(organizations.removeDemo, {});
      }),
  };
}
