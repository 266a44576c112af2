// An executor on the Go bindings' driver of API v0: libprocess messages to and from the agent that started it. It does what
// the executor of API v1 beside it does: a task runs for ever, unless its data says "finish" or "fail"; a message
// "finish <task>" ends it, any other one is sent back in capitals.
package main

import (
	"log"
	"net"
	"strings"

	"github.com/gogo/protobuf/proto"
	"github.com/mesos/mesos-go/api/v0/executor"
	mesos "github.com/mesos/mesos-go/api/v0/mesosproto"
)

type worker struct{}

func (worker) Registered(_ executor.ExecutorDriver, e *mesos.ExecutorInfo, f *mesos.FrameworkInfo, _ *mesos.SlaveInfo) {
	log.Println("registered", e.GetExecutorId().GetValue(), f.GetName())
}
func (worker) Reregistered(executor.ExecutorDriver, *mesos.SlaveInfo) { log.Println("reregistered") }
func (worker) Disconnected(executor.ExecutorDriver)                   { log.Println("disconnected") }
func (worker) Shutdown(executor.ExecutorDriver)                       { log.Println("shutdown") }
func (worker) Error(_ executor.ExecutorDriver, message string) {
	log.Println("error", message)
}

func (worker) LaunchTask(d executor.ExecutorDriver, task *mesos.TaskInfo) {
	update(d, task.TaskId, mesos.TaskState_TASK_RUNNING, "")
	switch string(task.GetData()) {
	case "finish":
		update(d, task.TaskId, mesos.TaskState_TASK_FINISHED, "")
	case "fail":
		update(d, task.TaskId, mesos.TaskState_TASK_FAILED, "as it was told")
	}
}

func (worker) KillTask(d executor.ExecutorDriver, id *mesos.TaskID) {
	update(d, id, mesos.TaskState_TASK_KILLED, "as you like it")
}

func (worker) FrameworkMessage(d executor.ExecutorDriver, text string) {
	if strings.HasPrefix(text, "finish ") {
		update(d, &mesos.TaskID{Value: proto.String(strings.TrimPrefix(text, "finish "))}, mesos.TaskState_TASK_FINISHED, "")
	} else {
		d.SendFrameworkMessage(strings.ToUpper(text))
	}
}

func update(d executor.ExecutorDriver, id *mesos.TaskID, state mesos.TaskState, message string) {
	if _, err := d.SendStatusUpdate(&mesos.TaskStatus{TaskId: id, State: &state, Message: &message}); err != nil {
		log.Println("update failed:", err)
	}
}

func main() {
	driver, err := executor.NewMesosExecutorDriver(executor.DriverConfig{
		Executor: worker{}, BindingAddress: net.ParseIP("127.0.0.1"), HostnameOverride: "localhost",
	})
	if err != nil {
		log.Fatal(err)
	}
	status, err := driver.Run()
	log.Println("ended", status, err)
}
