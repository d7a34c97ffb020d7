package dev.weir.decode;

import java.util.HashMap;
import java.util.Map;

/**
 * The fields of AWS flow logs, of VPCs and of transit gateways, by the version that brought them
 * and in the order in which AWS lists them.
 */
enum VpcField {
  // Version 2.
  VERSION("version", 2, Kind.VERSION),
  ACCOUNT_ID("account-id", 2, Kind.TEXT),
  INTERFACE_ID("interface-id", 2, Kind.TEXT),
  SRCADDR("srcaddr", 2, Kind.ADDRESS),
  DSTADDR("dstaddr", 2, Kind.ADDRESS),
  SRCPORT("srcport", 2, Kind.PORT),
  DSTPORT("dstport", 2, Kind.PORT),
  PROTOCOL("protocol", 2, Kind.PROTOCOL),
  PACKETS("packets", 2, Kind.COUNT),
  BYTES("bytes", 2, Kind.COUNT),
  START("start", 2, Kind.TIME),
  END("end", 2, Kind.TIME),
  ACTION("action", 2, Kind.ACTION),
  LOG_STATUS("log-status", 2, Kind.STATUS),
  // Version 3.
  VPC_ID("vpc-id", 3, Kind.TEXT),
  SUBNET_ID("subnet-id", 3, Kind.TEXT),
  INSTANCE_ID("instance-id", 3, Kind.TEXT),
  TCP_FLAGS("tcp-flags", 3, Kind.BYTE),
  TYPE("type", 3, Kind.TEXT),
  PKT_SRCADDR("pkt-srcaddr", 3, Kind.ADDRESS),
  PKT_DSTADDR("pkt-dstaddr", 3, Kind.ADDRESS),
  // Version 4.
  REGION("region", 4, Kind.TEXT),
  AZ_ID("az-id", 4, Kind.TEXT),
  SUBLOCATION_TYPE("sublocation-type", 4, Kind.TEXT),
  SUBLOCATION_ID("sublocation-id", 4, Kind.TEXT),
  // Version 5.
  PKT_SRC_AWS_SERVICE("pkt-src-aws-service", 5, Kind.TEXT),
  PKT_DST_AWS_SERVICE("pkt-dst-aws-service", 5, Kind.TEXT),
  FLOW_DIRECTION("flow-direction", 5, Kind.DIRECTION),
  TRAFFIC_PATH("traffic-path", 5, Kind.BYTE),
  // Version 6: transit gateways.
  RESOURCE_TYPE("resource-type", 6, Kind.TEXT),
  TGW_ID("tgw-id", 6, Kind.TEXT),
  TGW_ATTACHMENT_ID("tgw-attachment-id", 6, Kind.TEXT),
  TGW_SRC_VPC_ACCOUNT_ID("tgw-src-vpc-account-id", 6, Kind.TEXT),
  TGW_DST_VPC_ACCOUNT_ID("tgw-dst-vpc-account-id", 6, Kind.TEXT),
  TGW_SRC_VPC_ID("tgw-src-vpc-id", 6, Kind.TEXT),
  TGW_DST_VPC_ID("tgw-dst-vpc-id", 6, Kind.TEXT),
  TGW_SRC_SUBNET_ID("tgw-src-subnet-id", 6, Kind.TEXT),
  TGW_DST_SUBNET_ID("tgw-dst-subnet-id", 6, Kind.TEXT),
  TGW_SRC_ENI("tgw-src-eni", 6, Kind.TEXT),
  TGW_DST_ENI("tgw-dst-eni", 6, Kind.TEXT),
  TGW_SRC_AZ_ID("tgw-src-az-id", 6, Kind.TEXT),
  TGW_DST_AZ_ID("tgw-dst-az-id", 6, Kind.TEXT),
  TGW_PAIR_ATTACHMENT_ID("tgw-pair-attachment-id", 6, Kind.TEXT),
  PACKETS_LOST_NO_ROUTE("packets-lost-no-route", 6, Kind.COUNT),
  PACKETS_LOST_BLACKHOLE("packets-lost-blackhole", 6, Kind.COUNT),
  PACKETS_LOST_MTU_EXCEEDED("packets-lost-mtu-exceeded", 6, Kind.COUNT),
  PACKETS_LOST_TTL_EXPIRED("packets-lost-ttl-expired", 6, Kind.COUNT),
  // Version 7: ECS.
  ECS_CLUSTER_ARN("ecs-cluster-arn", 7, Kind.TEXT),
  ECS_CLUSTER_NAME("ecs-cluster-name", 7, Kind.TEXT),
  ECS_CONTAINER_INSTANCE_ARN("ecs-container-instance-arn", 7, Kind.TEXT),
  ECS_CONTAINER_INSTANCE_ID("ecs-container-instance-id", 7, Kind.TEXT),
  ECS_CONTAINER_ID("ecs-container-id", 7, Kind.TEXT),
  ECS_SECOND_CONTAINER_ID("ecs-second-container-id", 7, Kind.TEXT),
  ECS_SERVICE_NAME("ecs-service-name", 7, Kind.TEXT),
  ECS_TASK_DEFINITION_ARN("ecs-task-definition-arn", 7, Kind.TEXT),
  ECS_TASK_ARN("ecs-task-arn", 7, Kind.TEXT),
  ECS_TASK_ID("ecs-task-id", 7, Kind.TEXT),
  // Version 8.
  REJECT_REASON("reject-reason", 8, Kind.TEXT),
  // Version 9.
  RESOURCE_ID("resource-id", 9, Kind.TEXT),
  // Version 10.
  ENCRYPTION_STATUS("encryption-status", 10, Kind.BYTE),
  // Version 11.
  INSTANCE_TAG("instance-tag", 11, Kind.TEXT),
  INSTANCE_TAG_2("instance-tag-2", 11, Kind.TEXT),
  INTERFACE_TAG("interface-tag", 11, Kind.TEXT),
  INTERFACE_TAG_2("interface-tag-2", 11, Kind.TEXT),
  ASG_TAG("asg-tag", 11, Kind.TEXT),
  ASG_TAG_2("asg-tag-2", 11, Kind.TEXT),
  INTERFACE_TYPE("interface-type", 11, Kind.TEXT),
  NEXT_HOP_INTERFACE_ID("next-hop-interface-id", 11, Kind.TEXT),
  NEXT_HOP_SUBNET_ID("next-hop-subnet-id", 11, Kind.TEXT),
  NEXT_HOP_AZ_ID("next-hop-az-id", 11, Kind.TEXT),
  NEXT_HOP_VPC_ID("next-hop-vpc-id", 11, Kind.TEXT),
  NEXT_HOP_INTERFACE_TYPE("next-hop-interface-type", 11, Kind.TEXT);

  /** How a field's value is read. */
  enum Kind {
    TEXT,
    /** The version of the newest field of the log. */
    VERSION,
    ADDRESS,
    PORT,
    PROTOCOL,
    COUNT,
    /** A number that fits in a byte: flags, or one of a few cases that AWS may add to. */
    BYTE,
    /** Unix seconds. */
    TIME,
    ACTION,
    DIRECTION,
    STATUS;

    /** Whether values are whole numbers. */
    boolean isNumber() {
      return switch (this) {
        case VERSION, PORT, PROTOCOL, COUNT, BYTE, TIME -> true;
        case TEXT, ADDRESS, ACTION, DIRECTION, STATUS -> false;
      };
    }
  }

  /** The version of AWS's default format. */
  static final int FIRST_VERSION = 2;

  /** The newest version that brought a field. */
  static final int LAST_VERSION = 11;

  private static final Map<String, VpcField> BY_ID = new HashMap<>();

  static {
    for (VpcField field : values()) {
      BY_ID.put(field.id, field);
    }
  }

  private final String id;
  private final int version;
  private final Kind kind;

  VpcField(String id, int version, Kind kind) {
    this.id = id;
    this.version = version;
    this.kind = kind;
  }

  /** AWS's name. */
  String id() {
    return id;
  }

  /** The version of flow logs that brought the field. */
  int version() {
    return version;
  }

  Kind kind() {
    return kind;
  }

  /** The field's place in arrays by field, which never leave the process. */
  @SuppressWarnings("EnumOrdinal")
  int slot() {
    return ordinal();
  }

  /** The field of that name, or null. */
  static VpcField of(String id) {
    return BY_ID.get(id);
  }
}
