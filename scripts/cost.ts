import { renderTables } from './cost/render.ts';

// What a month costs, from the prices and assumptions in scripts/cost: `npm run cost`.
console.log(renderTables());
