/**
 * History that lies in AWS, brought into files: {@link dev.weir.aws.history.S3Logs} and {@link
 * dev.weir.aws.history.CloudWatchLogs}. Region, credentials, roles and endpoints are those of the
 * AWS SDK's own chain.
 */
package dev.weir.aws.history;
