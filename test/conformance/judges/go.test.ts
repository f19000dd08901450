import { GoRecipe, RECIPES } from './catalogue';
import { buildArguments, nameOf } from './go';
import { recipeNamed } from './testing';

const RECIPES_OF_GO = RECIPES.filter((recipe): recipe is GoRecipe => recipe.from === 'go');
const argumentsOf = (name: string) => buildArguments(recipeNamed(name) as GoRecipe, '/into');

test('builds all programs of a module at once', () => {
  expect(argumentsOf('kubernetes').slice(-4)).toEqual([
    '-o=/into/',
    './apiserver',
    './controller-manager',
    './scheduler',
  ]);
  expect(argumentsOf('etcd').slice(-2)).toEqual(['-o=/into/', '.']);
});

test('Go names programs by their packages', () => {
  const namesOf = (name: string) => {
    const recipe = recipeNamed(name) as GoRecipe;
    return Object.values(recipe.packages).map((path) => nameOf(path, recipe));
  };
  expect(namesOf('kubernetes')).toEqual(['apiserver', 'controller-manager', 'scheduler']);
  expect(namesOf('keda')).toEqual(['operator', 'webhooks', 'adapter']);
  expect(namesOf('knative')).toEqual(['knative']);
});

test('all are compiled alike, but for tags', () => {
  const compiling = (recipe: GoRecipe) =>
    buildArguments(recipe, '/into').filter((argument) => /^-/.test(argument) && !/^-(o|tags|ldflags)=/.test(argument));
  const alike = ['-mod=readonly', '-buildvcs=false', '-trimpath', '-gcflags=all=-dwarf=false'];
  for (const recipe of RECIPES_OF_GO) expect(compiling(recipe)).toEqual(alike);
});

test('links without debug information, and stamps a version where one is asked for', () => {
  expect(argumentsOf('etcd')).toContain('-ldflags=-s -w');
  expect(argumentsOf('kubernetes')).toContainEqual(
    expect.stringMatching(/^-ldflags=-s -w -X k8s\.io\/component-base\/version\.gitVersion=v\d+\.\d+\.\d+$/),
  );
});

test('states the tags of a recipe', () => {
  expect(argumentsOf('prometheus')).toContain('-tags=remove_all_sd,enable_kubernetes_sd');
  expect(argumentsOf('etcd').filter((argument) => argument.startsWith('-tags'))).toEqual([]);
});
