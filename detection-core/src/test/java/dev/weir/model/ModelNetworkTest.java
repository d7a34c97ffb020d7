package dev.weir.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.flow.UserException;
import dev.weir.network.NetworkSettings;
import dev.weir.network.Scope;
import org.junit.jupiter.api.Test;

class ModelNetworkTest {

  private static final Model MODEL = Models.small();

  @Test
  void flowsPlacedAsInTrainingAreTaken() {
    assertThat(MODEL.checkNetwork(NetworkSettings.DEFAULT)).isEmpty();
  }

  @Test
  void flowsPlacedOtherwiseAreRefusedByTheOptionsThatDiffer() {
    NetworkSettings other =
        new NetworkSettings(true, false, true, Scope.VPC, 64, NetworkSettings.DEFAULT.network());

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> MODEL.checkNetwork(other))
        .withMessage(
            "the model was trained with --single-vantage on --scope account; give the same options, or"
                + " train again");
  }

  @Test
  void anotherDescriptionOfTheNetworkIsOnlyWarnedOf() {
    NetworkSettings grown = new NetworkSettings(true, true, true, Scope.ACCOUNT, 64, "other");

    assertThat(MODEL.checkNetwork(grown)).get().asString().contains("--network");
  }
}
