// An executor on the Go bindings: v1 protobuf over HTTP, configured by what an agent puts into its environment. A task runs
// for ever, unless its data says "finish" or "fail"; a message "finish <task>" ends it, any other one is sent back in
// capitals. It subscribes again when the agent comes back, with what was not acknowledged.
package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"time"

	mesos "github.com/mesos/mesos-go/api/v1/lib"
	"github.com/mesos/mesos-go/api/v1/lib/encoding"
	"github.com/mesos/mesos-go/api/v1/lib/encoding/codecs"
	"github.com/mesos/mesos-go/api/v1/lib/executor"
	"github.com/mesos/mesos-go/api/v1/lib/executor/calls"
	"github.com/mesos/mesos-go/api/v1/lib/executor/config"
	"github.com/mesos/mesos-go/api/v1/lib/httpcli"
	"github.com/mesos/mesos-go/api/v1/lib/httpcli/httpexec"
)

type run struct {
	send    calls.Sender
	unacked map[string]executor.Call_Update
	tasks   map[string]mesos.TaskInfo
}

func main() {
	cfg, err := config.FromEnv()
	if err != nil {
		log.Fatal(err)
	}
	client := httpcli.New(
		httpcli.Endpoint("http://"+cfg.AgentEndpoint+"/api/v1/executor"),
		httpcli.Codec(codecs.ByMediaType[codecs.MediaTypeProtobuf]),
	)
	options := executor.CallOptions{calls.Framework(cfg.FrameworkID), calls.Executor(cfg.ExecutorID)}
	with := func(s calls.Sender) calls.Sender {
		return calls.SenderFunc(func(ctx context.Context, r calls.Request) (mesos.Response, error) {
			return s.Send(ctx, calls.NonStreaming(r.Call().With(options...)))
		})
	}
	r := &run{
		send:    with(httpexec.NewSender(client.Send)),
		unacked: map[string]executor.Call_Update{},
		tasks:   map[string]mesos.TaskInfo{},
	}
	subscriber := with(httpexec.NewSender(client.Send, httpcli.Close(true)))
	lastTry := time.Now()
	for {
		resp, err := subscriber.Send(context.Background(), calls.NonStreaming(calls.Subscribe(r.unackedTasks(), r.unackedUpdates())))
		if err == nil {
			lastTry = time.Now()
			err = r.hear(resp)
		}
		if resp != nil {
			resp.Close()
		}
		log.Println("disconnected:", err)
		if !cfg.Checkpoint || time.Since(lastTry) > cfg.RecoveryTimeout {
			os.Exit(1)
		}
		time.Sleep(100 * time.Millisecond)
	}
}

// hear takes events until the stream ends.
func (r *run) hear(events encoding.Decoder) error {
	for {
		var e executor.Event
		if err := events.Decode(&e); err != nil {
			if err == io.EOF {
				return fmt.Errorf("end of the stream")
			}
			return err
		}
		log.Println("event", e.GetType())
		switch e.GetType() {
		case executor.Event_LAUNCH:
			r.launch(e.Launch.Task)
		case executor.Event_LAUNCH_GROUP:
			for _, task := range e.LaunchGroup.TaskGroup.Tasks {
				r.launch(task)
			}
		case executor.Event_KILL:
			r.update(e.Kill.TaskID, mesos.TASK_KILLED, "as you like it")
		case executor.Event_ACKNOWLEDGED:
			delete(r.unacked, string(e.Acknowledged.UUID))
			delete(r.tasks, e.Acknowledged.TaskID.Value)
		case executor.Event_MESSAGE:
			text := string(e.Message.Data)
			if strings.HasPrefix(text, "finish ") {
				r.update(mesos.TaskID{Value: strings.TrimPrefix(text, "finish ")}, mesos.TASK_FINISHED, "")
			} else {
				r.call(calls.Message([]byte(strings.ToUpper(text))))
			}
		case executor.Event_SHUTDOWN:
			os.Exit(0)
		}
	}
}

func (r *run) launch(task mesos.TaskInfo) {
	r.tasks[task.TaskID.Value] = task
	r.update(task.TaskID, mesos.TASK_STARTING, "")
	r.update(task.TaskID, mesos.TASK_RUNNING, "")
	switch string(task.Data) {
	case "finish":
		r.update(task.TaskID, mesos.TASK_FINISHED, "")
	case "fail":
		r.update(task.TaskID, mesos.TASK_FAILED, "as it was told")
	}
}

func (r *run) update(id mesos.TaskID, state mesos.TaskState, message string) {
	uuid := make([]byte, 16)
	rand.Read(uuid)
	uuid[6], uuid[8] = uuid[6]&0x0f|0x40, uuid[8]&0x3f|0x80
	now := float64(time.Now().UnixNano()) / 1e9
	source := mesos.SOURCE_EXECUTOR
	update := calls.Update(mesos.TaskStatus{
		TaskID: id, State: &state, Source: &source, UUID: uuid, Timestamp: &now, Message: &message,
	})
	r.unacked[string(uuid)] = *update.Update
	r.call(update)
}

func (r *run) call(call *executor.Call) {
	resp, err := r.send.Send(context.Background(), calls.NonStreaming(call))
	if resp != nil {
		resp.Close()
	}
	if err != nil {
		log.Println(call.GetType(), "failed:", err)
	}
}

func (r *run) unackedTasks() (tasks []mesos.TaskInfo) {
	for _, task := range r.tasks {
		tasks = append(tasks, task)
	}
	return
}

func (r *run) unackedUpdates() (updates []executor.Call_Update) {
	for _, update := range r.unacked {
		updates = append(updates, update)
	}
	return
}
