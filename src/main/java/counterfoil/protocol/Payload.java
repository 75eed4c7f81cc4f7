package counterfoil.protocol;

import counterfoil.domain.rights.CommandType;

/** The content of a command, one record a type. */
public sealed interface Payload
    permits IssueVouchers,
        RedeemVoucher,
        UndoRedemption,
        NoteRefusal,
        FreezeVoucher,
        RefundVoucher,
        CreateUser,
        UpdateUser,
        SwitchUser,
        CreateStore,
        UpdateStore,
        CreateParty,
        UpdateParty,
        SetRisk,
        RenameDevice,
        RevokeDevice {

  /** The type that carries this content. */
  CommandType type();
}
