import { describe, expect, it } from 'vitest';
import { startLocalCloud } from '../support/local-cloud.ts';
