import { optimiseLate } from '../pages/pdfium/compiled.js';
import { serve } from '../workers/serve.js';
import { type Job, type JobResult, runJob } from './job.js';

optimiseLate();
serve<Job, JobResult>(runJob, ({ text }) => [text.buffer]);
