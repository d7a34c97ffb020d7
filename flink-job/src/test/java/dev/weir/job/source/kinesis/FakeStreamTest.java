package dev.weir.job.source.kinesis;

/** The stream in memory keeps to what is relied on. */
class FakeStreamTest implements StreamContract {

  @Override
  public StreamUnderTest stream(int shards) {
    return FakeStream.in(new TestTime(), shards);
  }
}
