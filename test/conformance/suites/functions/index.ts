import type { Suite } from '../../suite';
import { installationAmong } from './installation';
import { judgePlanted } from './planted';
import { randomFunctions } from './programs';
import { isTakenAsItIs, knativeObjectsAmong } from './validation';

/** Each of them takes twenty milliseconds to write. */
const MOST_FUNCTIONS = 100;

/** Runs Knative's own webhooks on functions. */
export const functions: Suite = {
  name: 'functions',
  decides: "Knative's own validation takes every object of Knative Serving, and its defaults change none",
  judges: ['knative-validation'],
  needs: [],
  load: { seconds: 4, cores: 1 },
  run: async (context) => {
    const { systems, seed, runs, judge } = context;
    for (const { name, objects } of systems) {
      const asked = knativeObjectsAmong(objects).map((object) => ({
        object,
        installation: installationAmong(objects),
      }));
      if (asked.length > 0)
        await judge(name, 'Knative takes every object, and fills nothing in', () => isTakenAsItIs(asked));
    }
    await judge(
      `random functions, seed ${seed}`,
      'by the flags that each states, Knative takes it, and fills nothing in',
      () => isTakenAsItIs(randomFunctions(seed, Math.min(runs, MOST_FUNCTIONS))),
    );
    await judgePlanted(context);
  },
};
