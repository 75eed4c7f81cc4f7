package counterfoil.protocol;

import counterfoil.domain.rights.CommandType;

/** Picks the reader and the writer of a command's content. */
final class Payloads {
  private Payloads() {}

  static Payload read(CommandType type, Members payload) throws InvalidContent {
    return switch (type) {
      case VOUCHER_ISSUE -> IssueVouchers.read(payload);
      case VOUCHER_REDEEM -> RedeemVoucher.read(payload);
      case VOUCHER_UNDO_REDEMPTION -> UndoRedemption.read(payload);
      case VOUCHER_NOTE_REFUSAL -> NoteRefusal.read(payload);
      case VOUCHER_FREEZE -> FreezeVoucher.read(payload);
      case VOUCHER_REFUND -> RefundVoucher.read(payload);
      case USER_CREATE -> CreateUser.read(payload);
      case USER_UPDATE -> UpdateUser.read(payload);
      case USER_DEACTIVATE -> SwitchUser.read(payload, false);
      case USER_REACTIVATE -> SwitchUser.read(payload, true);
      case STORE_CREATE -> CreateStore.read(payload);
      case STORE_UPDATE -> UpdateStore.read(payload);
      case PARTY_CREATE -> CreateParty.read(payload);
      case PARTY_UPDATE -> UpdateParty.read(payload);
      case RISK_SET -> SetRisk.read(payload);
      case DEVICE_RENAME -> RenameDevice.read(payload);
      case DEVICE_REVOKE -> RevokeDevice.read(payload);
    };
  }

  static Json write(Payload payload) {
    return switch (payload) {
      case IssueVouchers issue -> issue.json();
      case RedeemVoucher redeem -> redeem.json();
      case UndoRedemption undo -> undo.json();
      case NoteRefusal note -> note.json();
      case FreezeVoucher freeze -> freeze.json();
      case RefundVoucher refund -> refund.json();
      case CreateUser create -> create.json();
      case UpdateUser update -> update.json();
      case SwitchUser change -> change.json();
      case CreateStore create -> create.json();
      case UpdateStore update -> update.json();
      case CreateParty create -> create.json();
      case UpdateParty update -> update.json();
      case SetRisk risk -> risk.json();
      case RenameDevice rename -> rename.json();
      case RevokeDevice revoke -> revoke.json();
    };
  }

  /** Whether the type's command names the object it acts on. */
  static boolean needsTarget(CommandType type) {
    return switch (type) {
      case VOUCHER_FREEZE,
          VOUCHER_REFUND,
          USER_CREATE,
          USER_UPDATE,
          USER_DEACTIVATE,
          USER_REACTIVATE,
          STORE_CREATE,
          STORE_UPDATE,
          PARTY_CREATE,
          PARTY_UPDATE,
          DEVICE_RENAME,
          DEVICE_REVOKE ->
          true;
      case VOUCHER_ISSUE, VOUCHER_REDEEM, VOUCHER_UNDO_REDEMPTION, VOUCHER_NOTE_REFUSAL, RISK_SET ->
          false;
    };
  }
}
