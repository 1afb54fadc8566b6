import { serve } from '../workers/serve.js';
import { type Job, type JobResult, runJob } from './job.js';

serve<Job, JobResult>(runJob);
