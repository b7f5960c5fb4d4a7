using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Seed;

/// <summary>Payouts, whose money is decimal and in major units.</summary>
internal static class PayoutSeed
{
    public static void AddTo(SandboxStore store)
    {
        store
            .Add(
                "kajabi_payments_payouts",
                "payout_k1ln",
                """
                { "status": "Paid", "amount": 206.45, "currency": "USD", "initiated_date": "2026-01-10T10:00:00.000Z",
                  "estimated_arrival_date": "2026-01-17T10:00:00.000Z", "bank_account": "Clay Savings Bank - 0042",
                  "transactions": [{ "created_at": "2026-01-05T12:00:00.000Z", "amount": 212.93, "currency": "USD" }] }
                """
            )
            .One("site", "sites", SiteSeed.Pottery);
        store
            .Add(
                "kajabi_payments_payouts",
                "payout_k2ln",
                """
                { "status": "In transit", "amount": 1500.00, "currency": "USD", "initiated_date": "2026-02-10T10:00:00.000Z",
                  "estimated_arrival_date": null, "bank_account": null, "transactions": [] }
                """
            )
            .One("site", "sites", SiteSeed.Pottery);
    }
}
