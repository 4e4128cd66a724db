// Tries the seeds that scripts/fuzz.mjs sends, and says what came of them.
import { bundled } from '../bundle.mjs';

const { Chance, scenario, shrunk, trial } = await bundled('tests/fuzz/index.ts');

async function safely(what) {
  try {
    return await trial(what);
  } catch (thrown) {
    return `throws ${thrown.stack}`;
  }
}

process.on('message', async ({ seed, only }) => {
  const what = scenario(new Chance(seed), only);
  process.send({ begun: what });
  const { user } = process.cpuUsage();
  const wrong = await safely(what);
  const milliseconds = Math.round((process.cpuUsage().user - user) / 1000);
  if (wrong === undefined) return process.send({ milliseconds });
  const kind = wrong.slice(0, 40);
  const small = await shrunk(what, async (each) => (await safely(each))?.slice(0, 40) === kind, 200);
  return process.send({ wrong, scenario: small });
});
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });
