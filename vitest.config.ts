import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{local,amplify,functions,sql,src,scripts}/**/*.test.{ts,tsx}'],
          environment: 'node',
        },
      },
    ],
  },
});
