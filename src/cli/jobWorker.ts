import { config } from 'zod';
import { optimiseLate } from '../pages/pdfium/compiled.js';
import { serve } from '../workers/serve.js';
import { type Job, type JobResult, runJob } from './job.js';

optimiseLate();
// What zod would compile for itself costs more than it saves in a process of its own.
config({ jitless: true });
serve<Job, JobResult>(runJob, ({ text }) => [text.buffer]);
