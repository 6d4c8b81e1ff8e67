import "@testing-library/jest-dom/vitest";
import "@sidenote/panel/testing/setup";
import { configure } from "@testing-library/react";
import { afterEach } from "vitest";
import { forgetBegun } from "../parts/begun.ts";

// A machine that is busy with other tests is slow, not wrong.
configure({ asyncUtilTimeout: 5000 });
afterEach(forgetBegun);
