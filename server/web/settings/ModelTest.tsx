import { model } from "@sidenote/contract/model";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { useWrite } from "../queries.ts";

/** One harmless question that says nothing of anybody's mail. */
export function ModelTest() {
  const test = useWrite(model.test, { changes: ["/v1/interactions"] });
  return (
    <div className="row wrap">
      <Button disabled={test.isPending} onClick={() => test.mutate({})}>
        {test.isPending ? "Asking …" : "Test it"}
      </Button>
      <span role="status">
        {test.data && (
          <>
            <span className={`tag ${test.data.ok ? "good" : "bad"}`}>
              {test.data.ok ? "It answers" : "It does not answer"}
            </span>{" "}
            <span className="t-2">
              {test.data.message}
              {test.data.ok && ` in ${(test.data.durationMs / 1000).toFixed(1)} s`}
            </span>
          </>
        )}
      </span>
    </div>
  );
}
