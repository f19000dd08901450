const vm = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** Compiled code of the worker by file, with the source that it was compiled from. */
const compiled = new Map();

/**
 * Compiles each file once in a worker. Jest compiles it again for each test file, which takes a third of the time of
 * loading. A test file still runs every module afresh in a sandbox of its own: only code without state is shared.
 */
module.exports = class CompilingOnce extends Runtime {
  constructor(...options) {
    super(...options);
    const { executor } = this;
    const parameters = executor.injectedModuleParameters.join();
    const compileAfresh = executor.compile.bind(executor);
    executor.compile = (source, filename) => {
      const context = executor.environment.getVmContext();
      // `import()` belongs to the sandbox that it was compiled for.
      if (context === null || source.includes('import(')) return compileAfresh(source, filename);
      const known = compiled.get(filename);
      if (known?.source === source) return known.script.runInContext(context);
      try {
        const head = `(function(${parameters}){`;
        const script = new vm.Script(`${head}${source}\n})`, { filename, columnOffset: -head.length });
        compiled.set(filename, { source, script });
        return script.runInContext(context);
      } catch {
        return compileAfresh(source, filename);
      }
    };
  }
};
