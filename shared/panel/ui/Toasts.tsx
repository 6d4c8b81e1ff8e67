import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";
import { Button } from "./Button.tsx";
import { sentence } from "./Load.tsx";

export type Toast = {
  text: string;
  undo?: () => unknown;
  /** Takes the place of what was said of the same before, whose way back leads nowhere any more. */
  of?: "insert" | "subject";
  /** Nothing that was said before leads back behind this. */
  ends?: boolean;
};
type Shown = Toast & { key: number };

const SHOWN_MS = 8000;
const Say = createContext<(toast: Toast) => void>(() => {});

/** Says what was done, with the way back. */
export const useToast = (): ((toast: Toast) => void) => useContext(Say);

/** Where what was done is said: at the bottom, for eight seconds or as long as the pointer or the focus is there. */
export function Toasts({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown[]>([]);
  const next = useRef(0);
  const say = useCallback((toast: Toast) => {
    const key = next.current++;
    const isOver = (one: Shown) => toast.of !== undefined && one.of === toast.of;
    setShown((before) => [...(toast.ends ? [] : before.filter((one) => !isOver(one)).slice(-2)), { ...toast, key }]);
  }, []);
  const drop = useCallback((key: number) => setShown((before) => before.filter((one) => one.key !== key)), []);
  return (
    <Say.Provider value={say}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {shown.map((toast) => (
          <ToastLine key={toast.key} toast={toast} say={say} gone={() => drop(toast.key)} />
        ))}
      </div>
    </Say.Provider>
  );
}

function ToastLine({ toast, say, gone }: { toast: Shown; say: (toast: Toast) => void; gone: () => void }) {
  const [held, setHeld] = useState(false);
  const end = useRef(gone);
  end.current = gone;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => end.current(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held]);
  const undo = async () => {
    gone();
    try {
      await toast.undo?.();
    } catch (error) {
      say({ text: `Not taken back. ${sentence(error)}` });
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody reads
    <div
      className="toast"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="grow">{toast.text}</span>
      {toast.undo && (
        <Button look="quiet" onClick={() => void undo()}>
          Undo
        </Button>
      )}
    </div>
  );
}
