import appsync from '@aws-appsync/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'dist',
      '.local',
      '.amplify',
      'public',
      '**/*.mjs',
      '**/*.cjs',
      'eslint.config.js',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    plugins: { 'react-hooks': reactHooks },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-empty': 'error',
      'no-debugger': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // Time in the local cloud is its clock's, so that tests can move it.
    files: ['local/**/*.ts'],
    ignores: ['local/core/clock.ts', '**/*.test.ts', '**/tests/**', '**/testing*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Ask `cloud.clock.now()`: tests move the clock.' },
      ],
    },
  },
  {
    // APPSYNC_JS is a subset of JavaScript. The rules need types; this project has none of Amplify's schema types, which
    // take more memory than lint is worth.
    files: ['amplify/data/resolvers/**/*.ts', 'shared/expiry.ts', 'shared/limits.ts'],
    languageOptions: {
      parserOptions: {
        project: './amplify/data/resolvers/tsconfig.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { '@aws-appsync': appsync },
    rules: appsync.configs?.recommended?.rules ?? {},
  },
);
