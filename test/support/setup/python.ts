/** Set by the global setup: the interpreter that runs the Python handlers, or why there is none. */
const INTERPRETER = 'TEST_PYTHON';
const UNAVAILABLE = 'TEST_PYTHON_UNAVAILABLE';

/** Tells the test files about Python; each runs in a process of its own. */
export function announcePython(python: { interpreter: string } | { unavailable: string }): void {
  if ('interpreter' in python) {
    process.env[INTERPRETER] = python.interpreter;
  } else {
    process.env[UNAVAILABLE] = python.unavailable;
  }
}

/** Whether whoever runs the tests has named an interpreter, as `npm run compatibility` does. */
export function isPythonAnnounced(): boolean {
  return process.env[INTERPRETER] !== undefined;
}

/** The interpreter of the virtual environment. */
export function pythonInterpreter(): string {
  const interpreter = process.env[INTERPRETER];
  if (!interpreter) {
    throw new Error(`There is no Python: ${process.env[UNAVAILABLE]}`);
  }
  return interpreter;
}

/** Why the Python cases can't run, if they can't. */
export function pythonUnavailable(): string | undefined {
  return process.env[UNAVAILABLE];
}
