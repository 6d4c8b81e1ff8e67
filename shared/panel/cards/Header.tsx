import type { Person } from "@sidenote/contract/emails";
import { ChevronRight, Ellipsis, Search } from "lucide-react";
import type { Ref } from "react";
import type { Host } from "../host.ts";
import { Chip, IconButton } from "../ui/Button.tsx";
import { Face } from "../ui/Face.tsx";
import { Menu, type MenuItem } from "../ui/Menu.tsx";
import { calledBy } from "../words.ts";

const SHOWN = 2;

/** Who is on screen, the most relevant first, and what holds for the whole panel. */
export function Header({
  people,
  person,
  onPerson,
  onSearch,
  searchButton,
  items,
  host,
}: {
  people: Person[];
  person: Person | null;
  onPerson: (person: Person) => void;
  onSearch: () => void;
  searchButton: Ref<HTMLButtonElement>;
  items: readonly MenuItem[];
  host: Host;
}) {
  const shown = people.slice(0, SHOWN);
  if (person && !shown.includes(person)) shown.splice(-1, 1, person);
  const others = people.filter((one) => !shown.includes(one));
  return (
    <header className="panel-head row between">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a look of its own */}
      <div className="row people" role="group" aria-label="People on screen">
        {shown.map((one) => (
          <Chip key={one.address} on={one === person} title={one.address} onClick={() => onPerson(one)}>
            <Face name={one.name || one.address} size="xs" />
            <span className="clip">{calledBy(one)}</span>
          </Chip>
        ))}
        {others.length > 0 && (
          <Menu
            align="start"
            items={others.map((one) => ({ label: one.name || one.address, onSelect: () => onPerson(one) }))}
          >
            <button type="button" className="chip more" aria-label={`${others.length} more people`}>
              +{others.length}
            </button>
          </Menu>
        )}
      </div>
      <div className="row tools">
        <IconButton icon={Search} label="Search" onClick={onSearch} ref={searchButton} />
        {items.length > 0 && (
          <Menu items={items}>
            <IconButton icon={Ellipsis} label="More" />
          </Menu>
        )}
        {host.collapse && <IconButton icon={ChevronRight} label="Fold away" onClick={() => host.collapse?.()} />}
      </div>
    </header>
  );
}
