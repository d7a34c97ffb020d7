/** What the user can set of the job, checked before it starts. */
package dev.weir.job.config;
