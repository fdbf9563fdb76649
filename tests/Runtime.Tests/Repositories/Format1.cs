namespace Semel.Runtime.Tests;

/// <summary>Files as the last version that wrote format 1 left them: a create whose marker the API dropped, one whose reply was lost, a delete without a reply, and one that was done.</summary>
internal static class Format1
{
    public const string LiveVersion1 = """
        {
          "format": 1,
          "state": "intent",
          "version": 1,
          "key": {
            "scope": "prod",
            "model": "Servers",
            "instance": "live"
          },
          "generation": 1,
          "idempotencyKey": "1dbcbcaf-d4b6-8b41-baa9-0f157df10a6c",
          "marker": "semel-gq9s8ay882m70r2psq03-1",
          "fingerprint": "a41094fc19a789b56c5732ed428bd666e1bf1291f9dbd5f5abd00d5685ce43d4",
          "lookedBefore": true,
          "replaces": false,
          "attempts": [
            {
              "number": 1,
              "sentAt": "2026-11-20T16:13:44.742251+00:00",
              "state": "pending"
            }
          ],
          "superseded": [],
          "input": {
            "name": "live",
            "region": "north-1",
            "size": "small",
            "image": "debian-13"
          },
          "provenance": {
            "at": "2026-11-20T16:13:44.742251+00:00",
            "run": "bde71e38",
            "writer": "build-7/1873",
            "reason": "about to create: a look found nothing"
          },
          "sha256": "1c1a402613207974e381cf0f02c5433f1016468c0391c6b9c7c990353dac234b"
        }
        """;

    public const string LiveVersion2 = """
        {
          "format": 1,
          "state": "live",
          "version": 2,
          "key": {
            "scope": "prod",
            "model": "Servers",
            "instance": "live"
          },
          "generation": 1,
          "id": "4200000001",
          "createdAt": "2026-11-20T16:13:45.1842322+00:00",
          "adopted": false,
          "seenBy": "team-a",
          "marker": "semel-gq9s8ay882m70r2psq03-1",
          "markerDropped": true,
          "fingerprint": "a41094fc19a789b56c5732ed428bd666e1bf1291f9dbd5f5abd00d5685ce43d4",
          "superseded": [],
          "input": {
            "name": "live",
            "region": "north-1",
            "size": "small",
            "image": "debian-13"
          },
          "attributes": {
            "id": 4200000001,
            "name": "live",
            "region": "north-1",
            "size": "small",
            "image": "debian-13",
            "network_id": null,
            "tags": [],
            "created_at": "2026-11-20T16:13:45.131Z",
            "status": "active"
          },
          "provenance": {
            "at": "2026-11-20T16:13:45.1842322+00:00",
            "run": "bde71e38",
            "writer": "build-7/1873",
            "reason": "created, because there was none"
          },
          "sha256": "8308158a80245f45f86401f8cece319f53cc53e08435e5b3badf36efa56db8e0"
        }
        """;

    public const string IntentVersion2 = """
        {
          "format": 1,
          "state": "intent",
          "version": 2,
          "key": {
            "scope": "prod",
            "model": "Servers",
            "instance": "intent"
          },
          "generation": 1,
          "idempotencyKey": "70049c5f-96cd-8275-ab0c-dcbcaaa17e5e",
          "marker": "semel-803zt2524j4pjt5kbe96-1",
          "fingerprint": "95669a4d6ff221b5c3eb75c8ee8a23d2edaa756d882a18ef71b6fbf25eb7b636",
          "lookedBefore": true,
          "replaces": false,
          "attempts": [
            {
              "number": 1,
              "sentAt": "2026-11-20T16:13:45.3048066+00:00",
              "state": "ambiguous",
              "evidence": "the exchange failed (HttpRequestException)"
            }
          ],
          "superseded": [],
          "input": {
            "name": "intent",
            "region": "north-1",
            "size": "small",
            "image": "debian-13"
          },
          "provenance": {
            "at": "2026-11-20T16:13:45.3990371+00:00",
            "run": "bde71e38",
            "writer": "build-7/1873",
            "reason": "in doubt: the exchange failed (HttpRequestException)"
          },
          "sha256": "c6c767b1e531b236dec6a1d7d36c75d6187e9fa8f26c183315911dd840b80800"
        }
        """;

    public const string DeletingVersion3 = """
        {
          "format": 1,
          "state": "deleting",
          "version": 3,
          "key": {
            "scope": "prod",
            "model": "Servers",
            "instance": "deleting"
          },
          "generation": 1,
          "id": "4200000003",
          "superseded": [],
          "attributes": {
            "id": 4200000003,
            "name": "deleting",
            "region": "north-1",
            "size": "small",
            "image": "debian-13",
            "network_id": null,
            "tags": ["semel-db6tq2t4q6kf7qvk1tvk","semel-db6tq2t4q6kf7qvk1tvk-1"
            ],
            "created_at": "2026-11-20T16:13:45.572Z",
            "status": "active"
          },
          "provenance": {
            "at": "2026-11-20T16:13:45.6562079+00:00",
            "run": "bde71e38",
            "writer": "build-7/1873",
            "reason": "about to delete"
          },
          "sha256": "9657718ee5153159be208ef025e2335c2084f787549e4d7c5ad5cc3ccc1deef5"
        }
        """;

    public const string GoneVersion4 = """
        {
          "format": 1,
          "state": "gone",
          "version": 4,
          "key": {
            "scope": "prod",
            "model": "Servers",
            "instance": "gone"
          },
          "generation": 1,
          "id": "4200000004",
          "superseded": [
            "4200000004"
          ],
          "attributes": {
            "id": 4200000004,
            "name": "gone",
            "region": "north-1",
            "size": "small",
            "image": "debian-13",
            "network_id": null,
            "tags": ["semel-h818fdbz5fm5jkzgt4c6","semel-h818fdbz5fm5jkzgt4c6-1"
            ],
            "created_at": "2026-11-20T16:13:45.712Z",
            "status": "active"
          },
          "provenance": {
            "at": "2026-11-20T16:13:45.758003+00:00",
            "run": "bde71e38",
            "writer": "build-7/1873",
            "reason": "deleted"
          },
          "sha256": "5bd60819e6f991ca3dd82c8920107ac625bc939633ffa48b7c649c4012e228a5"
        }
        """;
}
