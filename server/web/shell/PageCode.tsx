import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Empty } from "@sidenote/panel/ui/Load.tsx";
import { Component, type ReactNode, Suspense } from "react";
import { NotCome } from "../parts/later.tsx";
import { Coming } from "./Coming.tsx";

type Props = { path: string; children: ReactNode };

/** Around a page whose code may still be on its way: the shape of one until then, and what to do where it does not come. */
export class PageCode extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError = (error: unknown) => ({ error });

  override componentDidUpdate({ path }: Props) {
    const { error } = this.state;
    if (path === this.props.path || error === null) return;
    if (error instanceof NotCome) error.again();
    this.setState({ error: null });
  }

  override render() {
    const { error } = this.state;
    if (error === null) return <Suspense fallback={<Coming />}>{this.props.children}</Suspense>;
    return (
      <div role="alert">
        <Empty title={error instanceof NotCome ? "This page did not come" : "This page has a fault"}>
          <p>
            {error instanceof NotCome
              ? "The server does not answer, or it was updated since this page was opened."
              : "It is Sidenote’s own. The other pages still work."}{" "}
            What you wrote is kept.
          </p>
          <Button onClick={() => location.reload()}>Load it anew</Button>
        </Empty>
      </div>
    );
  }
}
