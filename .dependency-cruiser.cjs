/** The arrows of docs/ARCHITECTURE.md. `npm run check` holds the code to them. */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment:
        'Two files that import one another cannot be understood one at a time. Compilers and evaluators of recursive ' +
        'languages are the exception: an expression holds a call holds an expression.',
      severity: 'error',
      from: { pathNot: '^local/(services/appsync/runtime/vtl/compile|assembly/intrinsics)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'app-knows-only-the-types-of-the-backend',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(amplify|functions|local|scripts|bench|sql|tests)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'local-cloud-knows-nothing-of-the-app',
      severity: 'error',
      from: { path: '^local/' },
      to: { path: '^(amplify|functions|shared|src|sql|scripts|bench|tests)/' },
    },
    {
      name: 'backend-knows-nothing-of-where-it-runs',
      severity: 'error',
      from: { path: '^(amplify|functions|shared)/' },
      to: { path: '^(local|src|scripts|bench|tests)/' },
    },
    {
      name: 'functions-know-nothing-of-amplify',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^amplify/' },
    },
    {
      name: 'shared-is-pure',
      comment: 'Rules that run in the browser, in Lambda and in APPSYNC_JS depend on nothing.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: '^shared/' },
    },
    {
      name: 'features-have-one-door',
      comment: 'A feature imports another one through its index.ts.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: {
        path: '^src/features/([^/]+)/',
        pathNot: ['^src/features/$1/', '^src/features/[^/]+/index\\.tsx?$'],
      },
    },
    {
      name: 'services-have-one-door',
      comment: "A service of the local cloud imports another one's index.ts at most.",
      severity: 'error',
      from: { path: '^local/services/([^/]+)/' },
      to: {
        path: '^local/services/([^/]+)/',
        pathNot: ['^local/services/$1/', '^local/services/[^/]+/index\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(test|spec)\\.tsx?$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.sql'] },
  },
};
