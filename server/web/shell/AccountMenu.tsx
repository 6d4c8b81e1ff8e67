import { type Me, organizations } from "@sidenote/contract/organizations";
import { useClient } from "@sidenote/panel/client";
import { Menu, type MenuButton, type MenuItem } from "@sidenote/panel/ui/Menu.tsx";
import { forgetBegun } from "../parts/begun.ts";
import { useDemo, useSwitch } from "./organization.ts";
import { chooseTheme, type Theme, useTheme } from "./theme.ts";

const THEMES: readonly { theme: Theme; label: string }[] = [
  { theme: "system", label: "Light or dark as the system" },
  { theme: "light", label: "Light" },
  { theme: "dark", label: "Dark" },
];

/** The member's own corner: which organization, how it looks, out. */
export function AccountMenu({ me, openHelp, children }: { me: Me; openHelp: () => void; children: MenuButton }) {
  const { api } = useClient();
  const theme = useTheme();
  const switchTo = useSwitch();
  const demo = useDemo(me);
  const items: MenuItem[] = [
    ...me.organizations.map((one) => ({
      label: one.demo ? `${one.name} (demo)` : one.name,
      checked: one.id === me.organization.id,
      onSelect: () => void (one.id !== me.organization.id && switchTo(one.id)),
    })),
    ...(demo.mayChange
      ? [
          demo.there
            ? { label: "Remove the demo", onSelect: demo.remove }
            : { label: "Add the demo", onSelect: demo.add },
        ]
      : []),
    "line",
    ...THEMES.map((one) => ({
      label: one.label,
      checked: one.theme === theme,
      onSelect: () => chooseTheme(one.theme),
    })),
    "line",
    { label: "Keys", onSelect: openHelp },
    {
      label: "Sign out",
      onSelect: () =>
        void api(organizations.signOut, {}).then(() => {
          forgetBegun();
          window.location.assign("/");
        }),
    },
  ];
  return (
    <Menu items={items} align="start">
      {children}
    </Menu>
  );
}
