// A scheduler on the Go bindings: v1 protobuf over HTTP. The bindings do the subscribing (again and again), the
// acknowledging and the stream ids; this program hands what they say to a test, one JSON object per line, and calls what
// the test writes to its standard input, a v1 call as JSON per line.
//
//	-master 127.0.0.1:5050 [-id framework] [-role role] [-codec json] [-failover seconds] [-ack=false]
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"sync"
	"time"

	mesos "github.com/mesos/mesos-go/api/v1/lib"
	"github.com/mesos/mesos-go/api/v1/lib/backoff"
	"github.com/mesos/mesos-go/api/v1/lib/encoding/codecs"
	"github.com/mesos/mesos-go/api/v1/lib/extras/scheduler/callrules"
	"github.com/mesos/mesos-go/api/v1/lib/extras/scheduler/controller"
	"github.com/mesos/mesos-go/api/v1/lib/extras/scheduler/eventrules"
	"github.com/mesos/mesos-go/api/v1/lib/extras/store"
	"github.com/mesos/mesos-go/api/v1/lib/httpcli"
	"github.com/mesos/mesos-go/api/v1/lib/httpcli/httpsched"
	"github.com/mesos/mesos-go/api/v1/lib/scheduler"
	"github.com/mesos/mesos-go/api/v1/lib/scheduler/calls"
)

var printing sync.Mutex

// say prints one line: {"kind": what}.
func say(kind string, what interface{}) {
	line, err := json.Marshal(map[string]interface{}{kind: what})
	if err != nil {
		panic(err)
	}
	printing.Lock()
	defer printing.Unlock()
	fmt.Println(string(line))
}

func main() {
	master := flag.String("master", "", "host:port of the master")
	id := flag.String("id", "", "take this framework over")
	role := flag.String("role", "*", "the framework's only role")
	codec := flag.String("codec", "protobuf", "protobuf or json")
	failover := flag.Float64("failover", 60, "failover timeout in seconds")
	acknowledge := flag.Bool("ack", true, "acknowledge updates")
	flag.Parse()

	ctx, cancel := context.WithCancel(context.Background())
	ids := store.NewInMemorySingleton()
	if *id != "" {
		ids.Set(*id)
	}
	mediaType := codecs.MediaTypeProtobuf
	if *codec == "json" {
		mediaType = codecs.MediaTypeJSON
	}
	client := httpcli.New(
		httpcli.Endpoint("http://"+*master+"/api/v1/scheduler"),
		httpcli.Codec(codecs.ByMediaType[mediaType]),
		httpcli.Do(httpcli.With(httpcli.Timeout(10*time.Second))),
	)
	caller := callrules.New(callrules.WithFrameworkID(store.GetIgnoreErrors(ids))).Caller(httpsched.NewCaller(client))

	go func() {
		lines := bufio.NewScanner(os.Stdin)
		lines.Buffer(nil, 1<<24)
		for lines.Scan() {
			var call scheduler.Call
			if err := json.Unmarshal(lines.Bytes(), &call); err != nil {
				say("not a call", err.Error())
			} else if err := calls.CallNoData(ctx, caller, &call); err != nil {
				say("refused", err.Error())
			} else {
				say("accepted", call.GetType().String())
			}
		}
		cancel()
		os.Exit(0)
	}()

	rules := eventrules.Rules{
		controller.LogEvents(func(e *scheduler.Event) { say("event", e) }),
		controller.TrackSubscription(ids, time.Duration(*failover*float64(time.Second))),
	}
	if *acknowledge {
		rules = append(rules, controller.AckStatusUpdates(caller))
	}
	checkpoint := true
	framework := &mesos.FrameworkInfo{
		User: "root", Name: "go-v1", FailoverTimeout: failover, Checkpoint: &checkpoint, Roles: []string{*role},
		Capabilities: []mesos.FrameworkInfo_Capability{
			{Type: mesos.FrameworkInfo_Capability_MULTI_ROLE}, {Type: mesos.FrameworkInfo_Capability_RESERVATION_REFINEMENT},
		},
	}
	if *id != "" {
		framework.ID = &mesos.FrameworkID{Value: *id}
	}
	controller.Run(ctx, framework, caller,
		controller.WithEventHandler(eventrules.New(rules...).Handle(nil)),
		controller.WithFrameworkID(store.GetIgnoreErrors(ids)),
		controller.WithRegistrationTokens(backoff.Notifier(100*time.Millisecond, 500*time.Millisecond, ctx.Done())),
		controller.WithSubscriptionTerminated(func(err error) { say("disconnected", fmt.Sprint(err)) }),
	)
}
